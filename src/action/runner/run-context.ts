import {readFile} from 'node:fs/promises'

import {isRecord} from '../../core/json-values.ts'
import type {RunContext} from '../../report/facts/context.ts'
import {readPullRequest} from './event.ts'

/** Where this run takes place, as far as the runner says. */
export async function runContext(): Promise<RunContext> {
  const {GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_SHA} = process.env
  const pull = readPullRequest(await pullRequestOfEvent())
  // In a pull request, GITHUB_SHA is a merge that GitHub makes, and the head may be in a fork.
  const commit = pull === null ? GITHUB_SHA : pull.commit
  const repository = pull === null ? GITHUB_REPOSITORY : pull.repository
  return {
    runUrl: urlOf(GITHUB_SERVER_URL, GITHUB_REPOSITORY, 'actions/runs', GITHUB_RUN_ID),
    commit: commit || null,
    pullRequest: pull?.number ?? null,
    treeUrl: urlOf(GITHUB_SERVER_URL, repository, 'blob', commit),
    date: new Date(),
  }
}

/** Null if a part is unknown. */
function urlOf(...parts: readonly (string | null | undefined)[]): string | null {
  return parts.every((part) => part) ? parts.join('/') : null
}

/** Read without `@actions/github`, which is as large as the rest of the action. */
async function pullRequestOfEvent(): Promise<unknown> {
  try {
    const event: unknown = JSON.parse(
      await readFile(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'),
    )
    return isRecord(event) ? event['pull_request'] : null
  } catch {
    // A report without the number of its pull request is still a report.
    return null
  }
}
