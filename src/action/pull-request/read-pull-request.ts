import {textAt} from '../text-at.ts'

/** The pull request that a run is for. */
export interface PullRequest {
  readonly number: number
  /** The commit that its author pushed, not the merge that GitHub makes of it. */
  readonly commit: string
  /** `owner/name` of the repository that has this commit: another one for a fork. Null once that is deleted. */
  readonly repository: string | null
}

/**
 * Reads the pull request from what GitHub says of the event.
 *
 * @param pull - `pull_request` of the event's payload.
 * @returns null if the event is about none.
 */
export function readPullRequest(pull: unknown): PullRequest | null {
  const commit = textAt(pull, 'head', 'sha')
  if (commit === null || typeof pull !== 'object' || pull === null) return null
  const number: unknown = Reflect.get(pull, 'number')
  if (typeof number !== 'number') return null
  return {number, commit, repository: textAt(pull, 'head', 'repo', 'full_name')}
}
