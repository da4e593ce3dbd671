import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import type {BundleOptions, Inputs} from '../../simulator/runner/run-bundle.ts'
import type {Scenario} from './scenario.ts'
import {startGitHub} from '../../simulator/github/github-api.ts'
import type {GitHubApi, GitHubOptions} from '../../simulator/github/github-api.ts'

export const COMMIT = 'c0ffee0123456789abcdef0123456789abcdef01'

/** The token of the tests: nothing may ever show it. */
export const TOKEN = 'ghs_0123456789abcdefghijklmnopqrstuvwxyz'

/** What GitHub says of a pull request from a branch of the same repository, unless `from` is another one. */
export function pullRequest(from = 'octo/app'): object {
  return {
    pull_request: {
      number: 7,
      head: {sha: COMMIT, repo: {full_name: from, fork: from !== 'octo/app'}},
      base: {repo: {full_name: 'octo/app', fork: false}},
    },
  }
}

/** GitHub with a pull request, and the action at work on it. */
export interface Review {
  readonly github: GitHubApi
  /** Plans with `comment: true`, unless the inputs say otherwise. */
  readonly plan: Scenario['run']
  /** As `plan`, for what has to be done to the process meanwhile. */
  readonly start: Scenario['start']
}

const servers: GitHubApi[] = []

const INPUTS: Inputs = {mode: 'plan', comment: 'true', 'github-token': TOKEN}

/** Makes the checkout of a scenario that of a pull request; {@link closeReviews} ends it. */
export async function review(
  {run, start, workspace}: Scenario,
  options: GitHubOptions = {},
): Promise<Review> {
  const github = await startGitHub(options)
  servers.push(github)
  await mkdir(path.join(workspace, '.git'))
  const optionsOf = ({env = {}, ...more}: Partial<BundleOptions> = {}) => ({
    event: pullRequest(),
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'octo/app',
      GITHUB_RUN_ID: '4711',
      GITHUB_EVENT_NAME: 'pull_request',
      ...env,
    },
    ...more,
  })
  return {
    github,
    plan: (inputs, more) => run({...INPUTS, ...inputs}, optionsOf(more)),
    start: (inputs, more) => start({...INPUTS, ...inputs}, optionsOf(more)),
  }
}

export async function closeReviews(): Promise<void> {
  await Promise.all(servers.splice(0).map((each) => each.close()))
}
