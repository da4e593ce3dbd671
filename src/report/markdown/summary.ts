import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import type {Addresses} from '../facts/context.ts'
import {bodyOf} from './body.ts'
import {fitPictures} from './fit.ts'
import {shownInStore} from './shown-now.ts'

/** GitHub drops the whole summary of a step if it has more than 1 MiB. */
const MAX_BYTES = 900 * 1024
/** Of what changes. Some hundred bytes each. */
const MAX_PICTURES = 1000

/**
 * The job summary, in GitHub's Markdown: what happened, what changes and, after a sync, what the store shows now.
 *
 * @param addresses - A file without a URL is only named until the store has it.
 */
export function renderSummary(run: Run, addresses: Addresses = new Map()): string {
  const shown = run.mode === 'sync' ? shownInStore(run) : []
  const body = bodyOf(run, addresses)
  return fitPictures(
    (most) => [...body(most), ...shown],
    MAX_PICTURES,
    MAX_BYTES,
    (left) =>
      `\n_Shortened: ${plural(left, 'detail')} left out; the report and the plan file have everything._\n`,
  )
}
