/** The pull request that a run is for. */
export interface PullRequest {
  readonly number: number
  /** The commit that its author pushed, not the merge that GitHub makes of it. */
  readonly commit: string
  /** `owner/name` of the repository with this commit: the fork, if there is one. Null if it was deleted. */
  readonly repository: string | null
}

/**
 * Reads the pull request from the event that started the run.
 *
 * @param pull - `pull_request` of the event's payload.
 * @returns null if the event has none.
 */
export function readPullRequest(pull: unknown): PullRequest | null {
  const commit = textAt(pull, 'head', 'sha')
  const number = member(pull, 'number')
  if (commit === null || typeof number !== 'number') return null
  return {number, commit, repository: textAt(pull, 'head', 'repo', 'full_name')}
}

/** Why the event that started the run gives it no secrets, as a sentence. Null if the event is not the reason. */
export async function whyNoSecret(): Promise<string | null> {
  // Loaded lazily: it includes GitHub's whole API client.
  const {context} = await import('@actions/github')
  if (context.actor === 'dependabot[bot]') {
    return 'Dependabot started this run, and such runs only get Dependabot secrets.'
  }
  // `pull_request_target` sees the secrets of the repository that the pull request goes to.
  if (context.eventName === 'pull_request_target') return null
  const pull: unknown = context.payload.pull_request
  return pull !== undefined && isFromFork(pull)
    ? 'This run is for a pull request from a fork, and such runs get no secrets.'
    : null
}

/**
 * The head's repository is null if it was deleted. Its `fork` flag alone does not help: the base may be the same
 * repository.
 */
function isFromFork(pull: unknown): boolean {
  return textAt(pull, 'head', 'repo', 'full_name') !== textAt(pull, 'base', 'repo', 'full_name')
}

/** The text at a path in the payload, or null if there is none. */
function textAt(payload: unknown, ...names: readonly string[]): string | null {
  const found = names.reduce(member, payload)
  return typeof found === 'string' ? found : null
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
