import {COMMIT, TOKEN} from '../../helpers/pull-request.ts'
import {refOf} from './event.ts'
import type {WorkflowEvent} from './event.ts'

/** The one of the simulated GitHub. */
const REPOSITORY = 'octo/app'

/** The id of every run. */
export const RUN_ID = '4711'

/** The context `github`: what GitHub says of a run. */
export interface GitHubContext {
  /** As GitHub's webhooks have it. */
  readonly event: object
  readonly [name: string]: unknown
}

/** The context `github`, but for what a job adds to it. */
export function githubContext(
  workflow: string,
  event: WorkflowEvent,
  apiUrl = 'http://127.0.0.1:9',
): GitHubContext {
  const {ref, type, name} = refOf(event)
  const isPullRequest = event.name === 'pull_request'
  return {
    workflow,
    actor: 'octocat',
    triggering_actor: 'octocat',
    event_name: event.name,
    event: {inputs: event.inputs ?? {}, ...event.payload},
    ref,
    ref_name: name,
    ref_type: type,
    head_ref: isPullRequest ? (event.head ?? 'pictures') : '',
    base_ref: isPullRequest ? 'main' : '',
    sha: COMMIT,
    repository: REPOSITORY,
    repository_owner: 'octo',
    run_id: RUN_ID,
    run_number: '1',
    run_attempt: '1',
    api_url: apiUrl,
    server_url: 'https://github.example',
    token: TOKEN,
  }
}
