import {createClient} from '../connect/client.ts'
import type {Client} from '../connect/client.ts'
import {createPace} from '../connect/pace.ts'
import {createTokens} from '../connect/token.ts'
import type {ApiKey} from '../connect/token.ts'
import type {Progress} from '../core/progress.ts'
import type {Target} from '../core/target.ts'
import {createUploader} from './upload-part.ts'
import type {Uploader} from './upload-part.ts'

export interface StoreOptions {
  /** Without a slash at the end. */
  readonly apiUrl: string
  readonly key: ApiKey
  /** Part uploads in flight at any moment. */
  readonly concurrency: number
  /** How many jobs like this one share Apple's budget, this one included. */
  readonly jobs: number
  readonly signal: AbortSignal
  readonly progress: Pick<Progress, 'tell' | 'held' | 'processing' | 'requested' | 'sent'>
}

/** App Store Connect, and the hosts that take its files. */
export interface Store {
  readonly client: Client
  readonly upload: Uploader
  /** Part uploads in flight at any moment. */
  readonly concurrency: number
  /** Called with the number of writes to come or, if negative, no longer to come, to stay within Apple's budget. */
  readonly expect: (writes: number) => void
  readonly tell: Progress['tell']
  readonly processing: Progress['processing']
  readonly signal: AbortSignal
}

/** What a section of files needs besides its folder. */
export interface FileSectionOptions {
  /** How long to wait for what Apple is still processing before comparing it, in milliseconds. */
  readonly processingTimeout: number
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  /** Null if the run does not use App Store Connect. */
  readonly store: (Store & {readonly target: Target}) | null
}

/**
 * Prepares access to App Store Connect. Sends no request yet.
 *
 * @throws {PrivateKeyError} if the key cannot be read.
 */
export function openStore(options: StoreOptions): Store {
  const {apiUrl, key, concurrency, jobs, signal, progress} = options
  const {tell, processing} = progress
  const pace = createPace({progress, signal, jobs})
  const client = createClient({apiUrl, tokens: createTokens(key), pace, progress, signal})
  const upload = createUploader({concurrency, signal, progress})
  return {client, upload, concurrency, expect: pace.expect, tell, processing, signal}
}
