import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import {verdictOf} from '../facts/verdict.ts'
import {fit} from './fit.ts'
import type {Piece} from './fit.ts'
import {failureList, heading, noteList, numbers, problemList, subject} from './parts.ts'
import {shownViews} from './views.ts'

/** GitHub drops the whole summary of a step if it has more than 1 MiB. */
const MAX_BYTES = 900 * 1024

/** The job summary, in GitHub's Markdown: verdict, numbers, what went wrong, and what the store shows now. */
export function renderSummary(run: Run): string {
  const pieces: readonly Piece[] = [
    heading(verdictOf(run)),
    ...subject(run),
    ...failureList(run),
    ...problemList(run),
    ...numbers(run),
    ...noteList(run),
    ...shownViews(run),
  ]
  return fit(
    pieces,
    MAX_BYTES,
    (left) =>
      `\n_Shortened: ${plural(left, 'detail')} left out; the log and the plan file have all._\n`,
  )
}
