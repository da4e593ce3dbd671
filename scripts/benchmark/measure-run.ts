import type {ChildProcess} from 'node:child_process'

import {resourceMeter} from '../../simulator/runner/resource-meter.ts'
import {startBundle} from '../../simulator/runner/run-bundle.ts'
import type {Inputs} from '../../simulator/runner/run-bundle.ts'
import type {BenchmarkStore, StoreCount} from './start-store.ts'

export interface Measured extends StoreCount {
  readonly code: number | null
  /** From the start of the process to its end, in milliseconds. */
  readonly milliseconds: number
  /** From the API's last answer to the end of the process, in milliseconds. */
  readonly tail: number
  /** From the start of the process to the first request, in milliseconds. */
  readonly head: number
  /** When the process ended, in milliseconds since 1970. */
  readonly endedAt: number
  /** Of all threads, user and system, in seconds. */
  readonly cpu: number
  /** Largest resident set of the process, in bytes. */
  readonly peakMemory: number
  /** Size of the page to look at, in bytes. */
  readonly report: number
}

/**
 * Runs the bundled action once, as a runner does.
 *
 * @param hangsAfter - Milliseconds after which a run hangs that has not ended, instead of those of a test.
 */
export async function measureRun(
  workspace: string,
  store: BenchmarkStore,
  inputs: Inputs = {},
  meanwhile: (child: ChildProcess) => void = () => undefined,
  hangsAfter?: number,
): Promise<Measured> {
  store.clear()
  const meter = await resourceMeter(process.env['ACTION_OPTIONS'])
  const startedAt = Date.now()
  const {child, ended} = await startBundle({
    workspace,
    ...(hangsAfter === undefined ? {} : {hangsAfter}),
    // As on a runner that has never run the action before.
    env: {...meter.env, NODE_COMPILE_CACHE: undefined},
    inputs: {
      'bundle-id': 'com.example.app',
      'api-key-id': store.key.keyId,
      'issuer-id': store.key.issuerId,
      'api-private-key': store.key.privateKey,
      'api-url': store.apiUrl,
      ...inputs,
    },
  })
  meanwhile(child)
  let endedAt = startedAt
  child.once('exit', () => {
    endedAt = Date.now()
  })
  const {code, report} = await ended
  const counted = await store.count()
  const {cpuSeconds, peakKilobytes} = await meter.usage()
  return {
    ...counted,
    code,
    milliseconds: endedAt - startedAt,
    tail: endedAt - counted.answeredAt,
    head: counted.firstAt - startedAt,
    endedAt,
    cpu: cpuSeconds,
    peakMemory: peakKilobytes * 1024,
    report: Buffer.byteLength(report),
  }
}
