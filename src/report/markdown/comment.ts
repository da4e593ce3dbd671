import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import {asCode, asText} from '../escape.ts'
import {verdictOf} from '../facts/verdict.ts'
import type {Addresses} from './change-gallery.ts'
import {fit} from './fit.ts'
import {heading, noteList, numbers, problemList, subject} from './parts.ts'
import {changedViews} from './views.ts'

/** GitHub refuses a comment of more than 65,536 characters. Bytes are never fewer than characters. */
const MAX_BYTES = 65_000

/** What a comment contains besides the run. */
export interface CommentFacts {
  /** To find the comment again; see {@link markerOf}. */
  readonly marker: string
  /** The commit that the plan was made for. */
  readonly commit: string
  /** URL of the workflow run. */
  readonly runUrl: string
  readonly addresses: Addresses
}

/**
 * The invisible first line of a comment. It differs by app, platform and locales, so that the steps of a job do not
 * overwrite each other's comments.
 *
 * @param parts - What distinguishes the step from others, such as bundle ID and platform.
 */
export function markerOf(parts: readonly string[]): string {
  // It must not end the HTML comment.
  const id = parts.map((part) => part.replaceAll(/[^\w.-]+|-{2,}/gu, '_')).join('/')
  return `<!-- app-store-sync:${id} -->`
}

/** Whether a run found nothing that a reviewer has to see. */
export function hasNothingToReview(run: Run): boolean {
  return verdictOf(run).level !== 'failure' && run.plan !== null && run.plan.steps.length === 0
}

/** The plan as a comment of a pull request, in GitHub's Markdown: verdict, numbers, before and after. */
export function renderComment(run: Run, {marker, commit, runUrl, addresses}: CommentFacts): string {
  const verdict = verdictOf(run)
  const first = {detail: 0, text: marker}
  const page = `href="${asText(runUrl)}"`
  const last = {
    detail: 0,
    text: `\n<sub>For ${asCode(commit.slice(0, 7))} by <a ${page}>this run</a>.</sub>`,
  }
  if (hasNothingToReview(run)) {
    // The comment had a plan before.
    const sentence = verdict.sentence.replace(/^Nothing to do:/u, 'Nothing to do any more:')
    const done = {...verdict, sentence}
    return fit([first, heading(done), ...subject(run), ...noteList(run), last], MAX_BYTES, cut)
  }
  const pieces = [
    first,
    heading(verdict),
    ...subject(run),
    ...problemList(run),
    ...numbers(run),
    ...noteList(run),
    // A refused or failed plan changes nothing.
    ...(verdict.level === 'failure' ? [] : changedViews(run, addresses)),
    last,
  ]
  return fit(pieces, MAX_BYTES, cut)

  function cut(left: number): string {
    return `\n_Shortened: ${plural(left, 'detail')} left out; the <a ${page}>summary of the run</a> has more._\n`
  }
}
