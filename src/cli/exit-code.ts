import type {Run} from '../core/run.ts'
import type {Verdict} from '../report/facts/verdict.ts'

export const EXIT_CODES = {done: 0, failed: 1, wrongUsage: 2, changes: 3} as const

/** How a run ended, as scripts ask for it. */
export function exitCodeOf({failure}: Run, {level, foundChanges}: Verdict): number {
  if (level !== 'failure') return EXIT_CODES.done
  if (foundChanges === true) return EXIT_CODES.changes
  return failure?.code === 'INVALID_INPUT' ? EXIT_CODES.wrongUsage : EXIT_CODES.failed
}
