import type {Run} from '../../core/run.ts'
import {fit} from './fit.ts'
import type {Piece} from './fit.ts'
import {gallery} from './gallery.ts'
import {failureList, heading, noteList, numbers, problemList, subject} from './parts.ts'
import {verdictOf} from '../facts/verdict.ts'
import {plural} from '../facts/words.ts'

/** GitHub drops a step summary of more than 1 MiB whole. */
const MOST_BYTES = 900 * 1024

/** The job summary, in GitHub's Markdown: verdict, numbers, what went wrong, and what the store shows now. */
export function renderSummary(run: Run): string {
  const pieces: readonly Piece[] = [
    heading(verdictOf(run)),
    ...subject(run),
    ...failureList(run),
    ...problemList(run),
    ...numbers(run),
    ...noteList(run),
    ...gallery(run),
  ]
  return fit(
    pieces,
    MOST_BYTES,
    (left) =>
      `\n_Shortened: ${plural(left, 'detail')} left out; the log and the plan file have all._\n`,
  )
}
