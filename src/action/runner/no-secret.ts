import {textAt} from '../text-at.ts'

/**
 * Why the event that started the run lets it see no secrets, as a sentence; null where the event is no reason.
 */
export async function whyNoSecret(): Promise<string | null> {
  // Loaded only here: it brings GitHub's whole API client along.
  const {context} = await import('@actions/github')
  if (context.actor === 'dependabot[bot]') {
    return 'This run was started by Dependabot, whose runs see only Dependabot secrets.'
  }
  // `pull_request_target` sees the secrets of the repository that the pull request goes to.
  if (context.eventName === 'pull_request_target') return null
  const pull: unknown = context.payload.pull_request
  return pull !== undefined && isFromFork(pull)
    ? 'This run is for a pull request from a fork, and those see no secrets.'
    : null
}

/** The head's repository is null once it is deleted. That it is a fork says nothing if the base is the same one. */
function isFromFork(pull: unknown): boolean {
  return textAt(pull, 'head', 'repo', 'full_name') !== textAt(pull, 'base', 'repo', 'full_name')
}
