import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {startStore} from './start-store.ts'
import type {BenchmarkStore, StoreOptions} from './start-store.ts'

/** Milliseconds from a runner to Apple and back. */
const LATENCY = 30

/** Measures with an empty folder and a store that accepts everything, and removes both. */
export async function inWorkspace<Result>(
  options: Omit<StoreOptions, 'latency'>,
  measure: (workspace: string, store: BenchmarkStore) => Promise<Result>,
): Promise<Result> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'benchmark-'))
  const store = await startStore({processing: 'accept', latency: LATENCY, ...options})
  try {
    return await measure(workspace, store)
  } finally {
    await store.close()
    await rm(workspace, {recursive: true})
  }
}
