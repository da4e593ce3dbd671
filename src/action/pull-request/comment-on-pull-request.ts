import type {Run} from '../../core/run.ts'
import type {Addresses} from '../../report/facts/context.ts'
import {diagnosticWords} from '../../report/facts/words.ts'
import {hasNothingToReview, markerOf, renderComment} from '../../report/markdown/comment.ts'
import type {Inputs} from '../../inputs/inputs.ts'
import type {Publication} from '../../face/face.ts'
import {isRateLimit, statusOf} from './github-retry.ts'
import {upsertComment} from './sticky-comment.ts'

/** For all requests, retries and pauses together. */
const MAX_COMMENT_MILLISECONDS = 120_000

export interface CommentOptions extends Publication {
  readonly addresses: Addresses
}

/**
 * Creates or updates the pull request comment with the plan, if the workflow wants one. Errors never fail the
 * step.
 */
export async function commentOnPullRequest(
  run: Run,
  inputs: Inputs,
  {log, redact, cancelled, ...options}: CommentOptions,
): Promise<void> {
  if (!inputs.comment || run.mode !== 'plan') return
  try {
    const timeout = AbortSignal.timeout(MAX_COMMENT_MILLISECONDS)
    const signal = AbortSignal.any([cancelled, timeout])
    const done = await commentPlan(run, inputs, {redact, signal, ...options})
    if (done === 'no-pull-request') {
      log.annotate(
        'notice',
        'This run is not for a pull request, so there is nothing to comment on. Use `comment` in workflows that run `on: pull_request`.',
      )
    } else if (done !== 'none') log.line(`Pull request comment ${done}.`)
  } catch (error) {
    const next = 'The plan is in the job summary.'
    log.annotate('warning', diagnosticWords({what: whyThereIsNone(error), next}))
  }
}

async function commentPlan(
  run: Run,
  inputs: Inputs,
  {
    redact,
    signal,
    addresses,
    context: {pullRequest, commit, runUrl},
  }: Omit<CommentOptions, 'log' | 'cancelled'> & {signal: AbortSignal},
) {
  if (pullRequest === null || commit === null || runUrl === null) return 'no-pull-request'
  if (inputs.githubToken === null) throw new Error('`github-token` is empty.')

  // Loaded lazily: it is as large as the rest of the action, and not every run comments.
  const {context, getOctokit} = await import('@actions/github')
  const {owner, repo} = context.repo
  const marker = markerOf(identityOf(inputs))
  const body = renderComment(run, {
    marker,
    commit,
    runUrl,
    addresses,
  })
  return upsertComment({
    octokit: getOctokit(inputs.githubToken),
    owner,
    repo,
    number: pullRequest,
    marker,
    body: redact(body),
    create: !hasNothingToReview(run),
    signal,
  })
}

/** Distinguishes this step from others that plan in the same pull request. The same for every run. */
function identityOf({app, platform, locales, manage}: Inputs): readonly string[] {
  const names = manage.isDefault ? [] : [...manage.names]
  return [app.bundleId ?? app.appId ?? '', platform, ...names, ...locales]
}

/** In one sentence or two. */
function whyThereIsNone(error: unknown): string {
  const what = 'The pull request comment could not be written:'
  const status = statusOf(error)
  const said = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `${what} GitHub's API took longer than ${MAX_COMMENT_MILLISECONDS / 60_000} minutes.`
  }
  if (isRateLimit(error)) return `${what} GitHub's rate limit is reached (${status}).`
  if (status === 403 || status === 404) {
    return `${what} \`github-token\` lacks the permission \`pull-requests: write\` (${status}). Add it to \`permissions\` of the job.`
  }
  return `${what} ${status === null ? said : `GitHub answered ${status}: ${said}`}`
}
