import {measureRun} from '../measure-run.ts'
import type {BenchmarkStore} from '../start-store.ts'
import {leastWork} from './bare-job.ts'
import type {FolderSet} from './folder.ts'
import {readKnownStore} from './known-store.ts'
import {runClient} from './run-client.ts'
import type {ClientName, Sample} from './sample.ts'
import {createToken} from './token.ts'

/** A run that has not ended after this many milliseconds hangs. */
const HANGS_AFTER = 30 * 60 * 1000

export interface Task {
  readonly store: BenchmarkStore
  /** Absolute path. */
  readonly workspace: string
  /** What is in the workspace. */
  readonly folder: readonly FolderSet[]
  readonly processingMilliseconds: number
}

/** Brings the store in line with the folder, each in its way. @throws if the client fails. */
export const CLIENTS: Readonly<Record<ClientName, (task: Task) => Promise<Sample>>> = {
  async action({store, workspace}) {
    const {code, ...sample} = await measureRun(workspace, store, {}, undefined, HANGS_AFTER)
    if (code !== 0) throw new Error(`The action ended with exit code ${code}.`)
    return sample
  },

  async sequential({store, workspace}) {
    const {apiUrl} = store
    const token = await createToken(store.key)
    const job = {apiUrl, token, bundleId: 'com.example.app', workspace}
    return runClient(store, {client: 'sequential', job})
  },

  async bare({store, folder, processingMilliseconds}) {
    const access = {apiUrl: store.apiUrl, token: await createToken(store.key)}
    const families = new Set(folder.map(({family}) => family))
    const known = await readKnownStore(access, [...families])
    const {versionId} = known
    const locales = leastWork(folder, known)
    const job = {...access, versionId, locales, processingMilliseconds}
    return runClient(store, {client: 'bare', job})
  },
}
