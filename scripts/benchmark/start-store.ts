import {fork} from 'node:child_process'
import {once} from 'node:events'
import path from 'node:path'

import type {ListedFile} from '../../simulator/entities/planting.ts'
import type {SimulatorOptions} from '../../simulator/simulator.ts'
import type {StoreListing} from '../../simulator/store/listing.ts'

export interface StoreOptions extends SimulatorOptions {
  /** How much later every answer comes, in milliseconds. */
  readonly latency: number
  /** A file that takes its own time to process. */
  readonly slow?: {readonly fileName: string; readonly milliseconds: number}
  /** Absolute path of a folder whose screenshots and previews the store has from the start. Default: it has none. */
  readonly planted?: string
}

/** What the store has seen since it was cleared; times in milliseconds since 1970. */
export interface StoreCount {
  /** To the API. */
  readonly requests: number
  readonly writes: number
  readonly reorders: number
  /** Reads of the sets of a locale: once before the plan, and each look while waiting. */
  readonly setLists: number
  /** Most uploads of parts that were under way at once. */
  readonly mostParts: number
  readonly connections: number
  readonly firstAt: number
  /** When the API's last answer went out. */
  readonly answeredAt: number
  /** When the last file was committed. */
  readonly committedAt: number
}

interface Address {
  readonly apiUrl: string
  readonly key: {readonly keyId: string; readonly issuerId: string; readonly privateKey: string}
}

/** What the process of the store sends. */
export type StoreMessage =
  | Address
  | {readonly count: StoreCount}
  | {readonly archives: readonly ListedFile[]}
  | {readonly listing: StoreListing}

export interface BenchmarkStore extends Address {
  count(): Promise<StoreCount>
  /** What the store knows of the files of background assets. */
  archives(): Promise<readonly ListedFile[]>
  /** What the store would show. */
  listing(): Promise<StoreListing>
  clear(): void
  close(): Promise<void>
}

/** Starts the double of App Store Connect in a process of its own. */
export async function startStore(options: StoreOptions): Promise<BenchmarkStore> {
  const child = fork(path.join(import.meta.dirname, 'store.ts'), [JSON.stringify(options)], {
    // Holding requests against Apple's OpenAPI file takes time, which is to be measured.
    env: {...process.env, ASC_OPENAPI: undefined},
  })
  const message = async (): Promise<StoreMessage> => {
    const [first] = await once(child, 'message')
    return first
  }
  const start = await message()
  if (!('apiUrl' in start)) throw new Error('The store answered before it began.')
  return {
    ...start,
    async count() {
      child.send('count')
      const answer = await message()
      if ('count' in answer) return answer.count
      throw new Error('The store did not count.')
    },
    async archives() {
      child.send('archives')
      const answer = await message()
      if ('archives' in answer) return answer.archives
      throw new Error('The store did not name its archives.')
    },
    async listing() {
      child.send('listing')
      const answer = await message()
      if ('listing' in answer) return answer.listing
      throw new Error('The store did not show its listing.')
    },
    clear: () => void child.send('clear'),
    async close() {
      child.send('close')
      await once(child, 'exit')
    },
  }
}
