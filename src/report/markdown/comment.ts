import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import {asAddress, asCode} from '../escape.ts'
import type {Addresses} from '../facts/context.ts'
import {verdictOf} from '../facts/verdict.ts'
import {bodyOf} from './body.ts'
import {fitPictures} from './fit.ts'

/** GitHub refuses a comment of more than 65,536 characters. Bytes are never fewer than characters. */
const MAX_BYTES = 65_000
/** GitHub fetches each of them, and each has some hundred bytes. */
const MAX_PICTURES = 120

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

/** The plan as a comment of a pull request, in GitHub's Markdown: the same as its job summary, as far as it fits. */
export function renderComment(run: Run, {marker, commit, runUrl, addresses}: CommentFacts): string {
  const verdict = verdictOf(run)
  // The comment had a plan before.
  const sentence = hasNothingToReview(run)
    ? verdict.sentence.replace(/^Nothing to do:/u, 'Nothing left to do:')
    : verdict.sentence
  const page = `href="${asAddress(runUrl)}"`
  const sha = asCode(commit.slice(0, 7))
  const body = bodyOf(run, addresses, {...verdict, sentence})
  return fitPictures(
    (most) => [
      {detail: 0, text: marker},
      ...body(most),
      {detail: 0, text: `<sub>For ${sha} by <a ${page}>this run</a>.</sub>`},
    ],
    MAX_PICTURES,
    MAX_BYTES,
    (left) =>
      `\n_Shortened: ${plural(left, 'detail')} left out; the <a ${page}>summary of the run</a> has more._\n`,
  )
}
