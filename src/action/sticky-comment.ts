import type {getOctokit} from '@actions/github'
import {retryGitHub, statusOf} from './github-retry.ts'

/** What becomes of the one comment that a step keeps in a pull request. */
export interface StickyComment {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly owner: string
  readonly repo: string
  /** Number of the pull request. */
  readonly number: number
  /** First line of the comment. */
  readonly marker: string
  readonly body: string
  /** Whether to make the comment if there is none yet. */
  readonly create: boolean
}

/** Who comments with the token that the runner gives to every job. */
const ACTIONS = 'github-actions[bot]'
const LONGEST_REQUEST_MILLISECONDS = 30_000

/**
 * Makes the comment, or changes the one that is there.
 *
 * Every attempt looks first: a comment whose answer was lost may have been made.
 *
 * @throws Octokit's error of the last attempt.
 */
export async function keepComment(comment: StickyComment): Promise<'created' | 'updated' | 'none'> {
  return retryGitHub(async () => {
    const id = await findOwn(comment)
    if (id === null && !comment.create) return 'none'
    await (id === null ? create(comment) : update(comment, id))
    return id === null ? 'created' : 'updated'
  })
}

async function create({octokit, owner, repo, number, body}: StickyComment): Promise<void> {
  const place = {owner, repo, issue_number: number}
  await octokit.rest.issues.createComment({...place, body, request: inTime()})
}

async function update({octokit, owner, repo, body}: StickyComment, id: number): Promise<void> {
  await octokit.rest.issues.updateComment({owner, repo, comment_id: id, body, request: inTime()})
}

/** Anybody can write the marker, so a comment is ours only if the token's owner wrote it. */
async function findOwn({
  octokit,
  owner,
  repo,
  number,
  marker,
}: StickyComment): Promise<number | null> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
    request: inTime(),
  })
  const marked = comments.filter(({body}) => body?.trimStart().startsWith(marker))
  if (marked.length === 0) return null
  const login = await loginOf(octokit)
  return marked.find(({user}) => user?.login.toLowerCase() === login)?.id ?? null
}

/** In lower case. `GET /user` answers only to people's tokens; this knows apps and the runner's token too. */
async function loginOf(octokit: StickyComment['octokit']): Promise<string> {
  try {
    const answer: {readonly viewer?: {readonly login?: string}} = await octokit.graphql(
      'query { viewer { login } }',
      {request: inTime()},
    )
    return (answer.viewer?.login ?? ACTIONS).toLowerCase()
  } catch (error) {
    if ((statusOf(error) ?? 0) >= 500) throw error
    return ACTIONS
  }
}

/** A request without an answer must not keep the step. */
function inTime(): {readonly signal: AbortSignal} {
  return {signal: AbortSignal.timeout(LONGEST_REQUEST_MILLISECONDS)}
}
