import type {getOctokit} from '@actions/github'

import {ExpectedError} from '../../core/expected-error.ts'
import {retryGitHub, statusOf} from './github-retry.ts'

/** The one comment of a step in a pull request. */
export interface StickyComment {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly owner: string
  readonly repo: string
  /** Number of the pull request. */
  readonly number: number
  /** First line of the comment. */
  readonly marker: string
  readonly body: string
  /** Whether to create the comment if there is none yet. */
  readonly create: boolean
  /** Aborts every request and pause. */
  readonly signal: AbortSignal
}

/** GitHub answered with something else than a list of comments. Worth a retry. */
class UnreadableCommentsError extends ExpectedError {
  override readonly name = 'UnreadableCommentsError'
  readonly code = 'UNREADABLE_COMMENTS'
  readonly status = 502

  constructor() {
    super('the answer is not a list of comments.')
  }
}

/** The user of the token that the runner gives to every job. */
const ACTIONS = 'github-actions[bot]'
const MAX_REQUEST_MILLISECONDS = 30_000
const COMMENTS_PER_PAGE = 100
/** GitHub accepts 2,500 comments on one pull request. */
const MAX_PAGES = 50

/**
 * Creates the comment, or updates the existing one.
 *
 * Every attempt looks for it first: an earlier attempt whose answer was lost may have created it.
 *
 * @throws Octokit's error of the last attempt, or the signal's reason.
 */
export async function upsertComment(
  comment: StickyComment,
): Promise<'created' | 'updated' | 'none'> {
  return retryGitHub(async () => {
    const id = await findOwn(comment)
    if (id === null && !comment.create) return 'none'
    await (id === null ? create(comment) : update(comment, id))
    return id === null ? 'created' : 'updated'
  }, comment.signal)
}

async function create({octokit, owner, repo, number, body, signal}: StickyComment): Promise<void> {
  const place = {owner, repo, issue_number: number}
  await octokit.rest.issues.createComment({...place, body, request: inTime(signal)})
}

async function update(
  {octokit, owner, repo, body, signal}: StickyComment,
  id: number,
): Promise<void> {
  const place = {owner, repo, comment_id: id}
  await octokit.rest.issues.updateComment({...place, body, request: inTime(signal)})
}

/** Anybody can write the marker, so a comment is only ours if the token's owner wrote it. */
async function findOwn(comment: StickyComment): Promise<number | null> {
  const marked = await findMarked(comment)
  if (marked.length === 0) return null
  const login = await loginOf(comment)
  return marked.find(({user}) => user?.login.toLowerCase() === login)?.id ?? null
}

/** Page by page: `octokit.paginate` ignores the signal, and sends the token wherever a link leads. */
async function findMarked({octokit, owner, repo, number, marker, signal}: StickyComment) {
  const place = {owner, repo, issue_number: number, per_page: COMMENTS_PER_PAGE}
  const pages = []
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const which = page === 1 ? place : {...place, page}
    const {data, headers} =
      // oxlint-disable-next-line no-await-in-loop -- only a page tells whether there is another
      await octokit.rest.issues.listComments({...which, request: inTime(signal)})
    // Octokit returns a string if the answer was cut off or does not come from GitHub.
    if (!Array.isArray(data)) throw new UnreadableCommentsError()
    pages.push(data.filter(({body}) => body?.trimStart().startsWith(marker)))
    if (!/rel="next"/u.test(headers.link ?? '')) return pages.flat()
  }
  throw new Error(
    `The pull request has more than ${MAX_PAGES * COMMENTS_PER_PAGE} comments, too many to find the one of this step.`,
  )
}

/**
 * In lower case. `GET /user` only works for tokens of people; this query also works for apps and the runner's token.
 */
async function loginOf({octokit, signal}: StickyComment): Promise<string> {
  try {
    const answer: {readonly viewer?: {readonly login?: string}} = await octokit.graphql(
      'query { viewer { login } }',
      {request: inTime(signal)},
    )
    return (answer.viewer?.login ?? ACTIONS).toLowerCase()
  } catch (error) {
    if ((statusOf(error) ?? 0) >= 500) throw error
    return ACTIONS
  }
}

/** Limits each request, so that one without an answer does not use up the whole time. */
function inTime(signal: AbortSignal): {readonly signal: AbortSignal} {
  return {signal: AbortSignal.any([signal, AbortSignal.timeout(MAX_REQUEST_MILLISECONDS)])}
}
