import type {Diagnostic} from '../../core/diagnostic.ts'
import {REJECTED} from '../../core/rejection.ts'

/** Why the old picture stays live: Apple looked at the file and rejected it, or it did not get that far. */
export function notReplacedWords({what}: Pick<Diagnostic, 'what'>): 'Rejected' | 'Not replaced' {
  return what.startsWith(REJECTED) ? 'Rejected' : 'Not replaced'
}
