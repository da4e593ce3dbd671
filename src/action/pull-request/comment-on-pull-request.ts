import type {Run} from '../../core/run.ts'
import {hasNothingToReview, markerOf, renderComment} from '../../report/markdown/comment.ts'
import {readPullRequest} from '../runner/event.ts'
import type {PullRequest} from '../runner/event.ts'
import type {Inputs} from '../runner/inputs.ts'
import type {Log} from '../runner/log.ts'
import type {Redact} from '../runner/redact.ts'
import {isRateLimit, statusOf} from './github-retry.ts'
import {addressesOf} from './repository-files.ts'
import {upsertComment} from './sticky-comment.ts'

/** For all requests, retries and pauses together. */
const MAX_COMMENT_MILLISECONDS = 120_000

/**
 * Creates or updates the comment with the plan in the pull request, if the workflow wants one. Errors never fail the
 * step.
 *
 * @param cancelled - Stops at once.
 */
export async function commentOnPullRequest(
  run: Run,
  inputs: Inputs,
  {log, redact, cancelled}: {log: Log; redact: Redact; cancelled: AbortSignal},
): Promise<void> {
  if (!inputs.comment || run.mode !== 'plan') return
  try {
    const timeout = AbortSignal.timeout(MAX_COMMENT_MILLISECONDS)
    const signal = AbortSignal.any([cancelled, timeout])
    const done = await commentPlan(run, inputs, {redact, signal})
    if (done === 'no-pull-request') {
      log.annotate(
        'notice',
        'There is no pull request to comment on: `comment` is for workflows that run `on: pull_request`.',
      )
    } else if (done !== 'none') log.line(`The comment in the pull request is ${done}.`)
  } catch (error) {
    log.annotate('warning', `${whyThereIsNone(error)} The job summary has the plan.`)
  }
}

async function commentPlan(
  run: Run,
  inputs: Inputs,
  {redact, signal}: {redact: Redact; signal: AbortSignal},
) {
  // Loaded lazily: it is as large as the rest of the action, and not every run comments.
  const {context, getOctokit} = await import('@actions/github')
  const pull = readPullRequest(context.payload.pull_request)
  if (pull === null) return 'no-pull-request'
  if (inputs.githubToken === null) throw new Error('`github-token` is empty.')

  const {owner, repo} = context.repo
  const marker = markerOf(identityOf(inputs))
  const body = renderComment(run, {
    marker,
    commit: pull.commit,
    runUrl: `${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}`,
    addresses: await changedFiles(run, inputs.workspace, context.serverUrl, pull),
  })
  return upsertComment({
    octokit: getOctokit(inputs.githubToken),
    owner,
    repo,
    number: pull.number,
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

async function changedFiles(
  run: Run,
  workspace: string,
  serverUrl: string,
  {repository, commit}: PullRequest,
): Promise<ReadonlyMap<string, string>> {
  if (repository === null) return new Map()
  const steps = run.plan?.steps ?? []
  const files = steps.flatMap(({action, subject}) =>
    (action === 'upload' || action === 'replace') && subject.file !== null
      ? [subject.file.path]
      : [],
  )
  return addressesOf(files, workspace, `${serverUrl}/${repository}/blob/${commit}`)
}

/** As sentences. */
function whyThereIsNone(error: unknown): string {
  const what = 'The plan could not be written into the pull request:'
  const status = statusOf(error)
  const said = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `${what} GitHub's API took longer than ${MAX_COMMENT_MILLISECONDS / 60_000} minutes.`
  }
  if (isRateLimit(error)) return `${what} GitHub's rate limit is reached (${status}).`
  if (status === 403 || status === 404) {
    return `${what} \`github-token\` lacks the permission \`pull-requests: write\` (${status}). Add it under \`permissions:\` of the job.`
  }
  return `${what} ${status === null ? said : `GitHub answered ${status}: ${said}`}`
}
