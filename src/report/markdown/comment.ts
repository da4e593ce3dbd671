import type {Run} from '../../core/run.ts'
import {changeGallery} from './change-gallery.ts'
import {asCode, asText} from '../escape.ts'
import {fit} from './fit.ts'
import {heading, noteList, numbers, problemList, subject} from './parts.ts'
import {verdictOf} from '../facts/verdict.ts'
import {plural} from '../facts/words.ts'

/** GitHub refuses a comment of more than 65,536 characters. Bytes are never fewer than characters. */
const MOST_BYTES = 65_000

/** What a comment tells beside the run. */
export interface CommentFacts {
  /** By which the comment is found again; see {@link markerOf}. */
  readonly marker: string
  /** The commit that the plan was made for. */
  readonly commit: string
  /** Address of the page of the workflow run. */
  readonly runUrl: string
  /** Where a browser finds the files of the repository, by their path relative to the workspace. */
  readonly addresses: ReadonlyMap<string, string>
}

/**
 * The first line of a comment, which nobody sees. Comments of different apps, platforms and choices of locales are
 * different ones, so that the steps of a job do not overwrite each other's.
 *
 * @param parts - What tells the step from others, such as bundle ID and platform.
 */
export function markerOf(parts: readonly string[]): string {
  // Nothing in it may end an HTML comment.
  const id = parts.map((part) => part.replaceAll(/[^\w.-]+|-{2,}/gu, '_')).join('/')
  return `<!-- app-store-sync:${id} -->`
}

/** Tells whether a run found nothing that a reviewer has to see. */
export function isSettled(run: Run): boolean {
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
  if (isSettled(run)) {
    // The reader has seen a plan in this place.
    const sentence = verdict.sentence.replace(/^Nothing to do:/u, 'Nothing to do any more:')
    const done = {...verdict, sentence}
    return fit([first, heading(done), ...subject(run), ...noteList(run), last], MOST_BYTES, cut)
  }
  const pieces = [
    first,
    heading(verdict),
    ...subject(run),
    ...problemList(run),
    ...numbers(run),
    ...noteList(run),
    // A plan that is refused or cannot be made changes nothing.
    ...(verdict.level === 'failure' ? [] : changeGallery(run, addresses)),
    last,
  ]
  return fit(pieces, MOST_BYTES, cut)

  function cut(left: number): string {
    return `\n_Shortened: ${plural(left, 'detail')} left out; the <a ${page}>summary of the run</a> has more._\n`
  }
}
