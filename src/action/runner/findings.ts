import type {Run} from '../../core/run.ts'
import {problemGroups} from '../../report/facts/problem-groups.ts'
import {capitalised} from '../../report/facts/words.ts'
import type {Log} from './log.ts'

/** Tells in the log, in one line each, what is about many files, and what has no annotation: notes. */
export function logFindings(run: Run, log: Log): void {
  for (const {severity, words, paths} of problemGroups(run)) {
    if (paths.length === 1 && severity !== 'note') continue
    log.line(`${capitalised(words)} (${paths.join(', ')})`)
  }
}
