import type {Run} from '../model/run.ts'
import {problemGroups} from '../report/problem-groups.ts'
import {capitalised} from '../report/words.ts'
import type {Log} from './log.ts'

/** Tells in the log, in one line each, what is about many files, and what has no annotation: notes. */
export function logFindings(run: Run, log: Log): void {
  for (const {severity, words, paths} of problemGroups(run)) {
    if (paths.length === 1 && severity !== 'note') continue
    log.line(`${capitalised(words)} (${paths.join(', ')})`)
  }
}
