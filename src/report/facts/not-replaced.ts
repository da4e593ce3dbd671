import type {StepResult} from '../../core/results.ts'

/** Why the old picture stays live: Apple looked at the file and rejected it, or it did not get that far. */
export function notReplacedWords(sent: StepResult | undefined): 'Rejected' | 'Not replaced' {
  return sent?.status === 'rejected' ? 'Rejected' : 'Not replaced'
}
