import {remedyFor} from '../apple/delivery-errors.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {AppleReason} from '../core/vocabulary.ts'
import {holds, lacksChecksum} from './stored-file.ts'
import type {Comparable, StoredFile} from './stored-file.ts'

/** Why a file is not accepted. */
export interface Refusal extends Pick<Diagnostic, 'code' | 'what' | 'next' | 'command'> {
  /** Rejected if Apple looked at the file and did not accept it. */
  readonly state: 'failed' | 'rejected'
}

/** Lists lag behind writes. A file that is missing from more reads in a row than this is gone. */
const MAX_MISSES = 5

/** A file that was sent. */
interface Sent {
  /** Id of its step. */
  readonly step: string
  readonly content: Comparable['content']
  /** Whether Apple surely shows a checksum of a complete file. Default: it does. */
  readonly showsChecksum?: boolean
}

/**
 * Returns a function that says what has become of a sent file. It is accepted only if it is complete and Apple shows the
 * checksum of the sent bytes, if it shows one of that kind of file at all.
 *
 * The function returns null while Apple has not decided.
 */
export function createJudge(): (
  sent: Sent,
  stored: StoredFile | undefined,
) => Refusal | 'accepted' | null {
  const misses = new Map<string, number>()
  return ({step, content, showsChecksum = true}, stored) => {
    if (stored === undefined) {
      const missed = (misses.get(step) ?? 0) + 1
      misses.set(step, missed)
      return missed > MAX_MISSES ? REMOVED : null
    }
    misses.delete(step)
    switch (stored.delivery.state) {
      case 'open':
      case 'processing':
      case 'unknown':
        return null
      case 'failed':
        return rejected(stored.delivery.reasons)
      case 'complete':
        // Apple shows the checksum from the commit on, so it proves nothing before the file is processed.
        if (!stored.isProcessed) return null
        if (lacksChecksum(stored)) return showsChecksum ? null : 'accepted'
        return holds(stored, {content}) ? 'accepted' : DIFFERENT_BYTES
    }
  }
}

/** The failure of a file that Apple looked at and did not accept. */
export function rejected(reasons: readonly AppleReason[]): Refusal {
  const said = reasons.map(({code, description}) =>
    description === '' || description === code
      ? code
      : `${code} (${description.replace(/\.$/u, '')})`,
  )
  return {
    state: 'rejected',
    code: reasons[0]?.code ?? 'REJECTED',
    what: `Apple rejected the file: ${said.length > 0 ? said.join('; ') : 'no reason given'}.`,
    ...remedyFor(reasons[0]?.code ?? ''),
  }
}

/** What to do if somebody changes the store during a run. */
export const CHANGE_NOTHING_ELSE =
  'Make sure that nobody else and no other job changes this version, then run the job again.'

const REMOVED: Refusal = {
  state: 'failed',
  code: 'ASSET_VANISHED',
  what: 'The file was uploaded, but is no longer in App Store Connect: somebody removed it during this run.',
  next: CHANGE_NOTHING_ELSE,
}

const DIFFERENT_BYTES: Refusal = {
  state: 'failed',
  code: 'DIFFERENT_BYTES',
  what: 'Apple did not receive the content of the file: the checksums differ.',
  next: 'Run the job again: it uploads the file again.',
}
