import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {mkdtemp, readdir, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {text} from 'node:stream/consumers'

import {PEAK_KILOBYTES} from '../../simulator/runner/peak-memory.ts'
import type {BenchmarkStore, StoreCount} from './start-store.ts'

const BUNDLE = path.join(import.meta.dirname, '../../dist/index.js')

/** Loaded before the bundle: at the end, the process itself knows best what it took. */
const METER = `data:text/javascript,${encodeURIComponent(
  `import {writeSync} from 'node:fs'
import {isMainThread} from 'node:worker_threads'
const tell = () => writeSync(3, JSON.stringify({...process.resourceUsage(), peak: ${PEAK_KILOBYTES}}))
if (isMainThread) process.on('exit', tell)`,
)}`

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

/** Runs the bundled action once, as a runner does. */
export async function measureRun(
  workspace: string,
  store: BenchmarkStore,
  inputs: Readonly<Record<string, string>> = {},
  meanwhile: (child: ChildProcess) => void = () => undefined,
): Promise<Measured> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'runner-'))
  const summary = path.join(temporary, 'summary')
  await writeFile(summary, '')
  store.clear()
  const startedAt = Date.now()
  const child = spawn(process.execPath, [...nodeOptions(), `--import=${METER}`, BUNDLE], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    env: {
      GITHUB_WORKSPACE: workspace,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temporary,
      INPUT_MODE: 'sync',
      'INPUT_BUNDLE-ID': 'com.example.app',
      'INPUT_API-KEY-ID': store.key.keyId,
      'INPUT_ISSUER-ID': store.key.issuerId,
      'INPUT_API-PRIVATE-KEY': store.key.privateKey,
      'INPUT_API-URL': store.apiUrl,
      ...inputs,
    },
  })
  meanwhile(child)
  const meter = child.stdio[3]
  if (!(meter instanceof Object && 'setEncoding' in meter)) throw new Error('No meter.')
  const usage = text(meter)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  const endedAt = Date.now()
  const {userCPUTime, systemCPUTime, peak}: NodeJS.ResourceUsage & {readonly peak: number} =
    JSON.parse(await usage)
  const counted = await store.count()
  const report = await reportSize(temporary)
  await rm(temporary, {recursive: true})
  return {
    ...counted,
    code,
    milliseconds: endedAt - startedAt,
    tail: endedAt - counted.answeredAt,
    head: counted.firstAt - startedAt,
    endedAt,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    peakMemory: peak * 1024,
    report,
  }
}

function nodeOptions(): readonly string[] {
  return (process.env['ACTION_OPTIONS'] ?? '').split(' ').filter((option) => option !== '')
}

async function reportSize(folder: string): Promise<number> {
  const files = await readdir(folder, {recursive: true})
  const report = files.find((file) => path.basename(file) === 'report.html')
  return report === undefined ? 0 : (await stat(path.join(folder, report))).size
}
