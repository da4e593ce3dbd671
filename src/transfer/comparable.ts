import {setTimeout as delay} from 'node:timers/promises'

import type {UploadResource} from '../apple/upload-resources.ts'
import type {Client} from '../connect/client.ts'
import {nextPause} from '../core/next-pause.ts'
import type {Progress} from '../core/progress.ts'
import {readIfThere} from './requests.ts'
import {isUsable} from './reservation.ts'
import {isLikely, lacksChecksum} from './stored-file.ts'
import type {Comparable, StoredFile} from './stored-file.ts'

/** How long to wait for files that cannot be compared yet, in milliseconds. */
export interface LongestWaits {
  /** For those that Apple is still processing. */
  readonly processing: number
  /** For complete ones, and those with an unknown state, that show no checksum yet. */
  readonly checksum: number
}

/** Apple shows a checksum a little later than the state `COMPLETE`. */
export const CHECKSUM_MILLISECONDS = 60_000

/** How to wait for Apple, and whom to tell of it. */
export interface WaitOptions {
  readonly longest: LongestWaits
  readonly signal: AbortSignal
  readonly processing: Progress['processing']
}

/**
 * Reads until everything in the answer can be compared, or waiting is no longer worth it.
 *
 * @param waitingFor - The files in an answer that may have the bytes of a wanted one, once Apple says: see
 *   {@link isWorthWaitingFor}.
 */
export async function readComparable<Read>(
  read: () => Promise<Read>,
  waitingFor: (answer: Read) => readonly StoredFile[],
  {longest, signal, processing}: WaitOptions,
): Promise<Read> {
  const start = performance.now()
  for (;;) {
    const answer = await read()
    const unsettled = waitingFor(answer)
    const waits = unsettled.map(({delivery}) =>
      delivery.state === 'processing' ? longest.processing : longest.checksum,
    )
    const waited = performance.now() - start
    const left = waits.reduce((one, other) => Math.max(one, other), 0) - waited
    if (left <= 0) return answer

    using _ = processing(unsettled.map(({fileName}) => fileName))
    await delay(Math.min(nextPause(waited), left), undefined, {signal})
  }
}

/** Whether waiting can change the comparison: only if it may have the bytes of one of the files. */
export function isWorthWaitingFor(stored: StoredFile, files: readonly Comparable[]): boolean {
  const {state} = stored.delivery
  const isUnproved = lacksChecksum(stored) && (state === 'complete' || state === 'unknown')
  return (
    (state === 'processing' || isUnproved) &&
    files.some((file) => file.content.size === stored.fileSize)
  )
}

/**
 * Finds out whether an open reservation with the name and size of a file can be filled. Only a read of the reservation
 * itself shows its upload operations.
 */
export async function withResumable<Stored extends StoredFile>(
  client: Client,
  resource: UploadResource,
  stored: Stored,
  files: readonly Comparable[],
): Promise<Stored> {
  const isCandidate =
    stored.delivery.state === 'open' && files.some((file) => isLikely(file, stored))
  if (!isCandidate) return stored
  // Lists lag, so it may be gone already.
  const read = await readIfThere(client, resource, stored.id)
  const parts = {size: stored.fileSize, allowLocal: client.isLocal}
  return {...stored, resumable: isUsable(read?.attributes?.uploadOperations, parts)}
}
