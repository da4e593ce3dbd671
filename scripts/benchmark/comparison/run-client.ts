import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {stripTypeScriptTypes} from 'node:module'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {resourceMeter} from '../../../simulator/runner/resource-meter.ts'
import type {BenchmarkStore} from '../start-store.ts'
import type {BareJob, SequentialJob} from './clients/job.ts'
import type {Sample} from './sample.ts'

const SOURCE = path.join(import.meta.dirname, 'clients')

/**
 * Runs one of the two clients in a process of its own.
 *
 * @throws if the client fails.
 */
export async function runClient(
  store: BenchmarkStore,
  run:
    | {readonly client: 'sequential'; readonly job: SequentialJob}
    | {readonly client: 'bare'; readonly job: BareJob},
): Promise<Sample> {
  const folder = await mkdtemp(path.join(tmpdir(), 'client-'))
  try {
    await writeAsJavaScript(folder)
    const [program, job] = [path.join(folder, `${run.client}.mjs`), path.join(folder, 'job.json')]
    await writeFile(job, JSON.stringify(run.job))
    const meter = await resourceMeter()
    store.clear()
    const startedAt = Date.now()
    const child = spawn(process.execPath, [program, job], {
      env: {PATH: process.env['PATH'], ...meter.env},
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [code]: readonly unknown[] = await once(child, 'exit')
    const milliseconds = Date.now() - startedAt
    if (code !== 0)
      throw new Error(`The ${run.client} client ended with exit code ${String(code)}.`)
    const {requests, connections} = await store.count()
    const {cpuSeconds, peakKilobytes} = await meter.usage()
    return {
      milliseconds,
      requests,
      connections,
      cpu: cpuSeconds,
      peakMemory: peakKilobytes * 1024,
    }
  } finally {
    await rm(folder, {recursive: true})
  }
}

/** Node would need 20 MB and 0.1 s to strip the types, which are not the client's. */
async function writeAsJavaScript(folder: string): Promise<void> {
  for (const name of await readdir(SOURCE)) {
    const source = await readFile(path.join(SOURCE, name), 'utf8')
    const stripped = stripTypeScriptTypes(source).replaceAll(/(from '.*)\.ts'/gu, "$1.mjs'")
    await writeFile(path.join(folder, name.replace(/\.ts$/u, '.mjs')), stripped)
  }
}
