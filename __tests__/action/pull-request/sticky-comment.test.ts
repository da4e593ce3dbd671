import {getOctokit} from '@actions/github'
import {afterAll, expect, test} from '@jest/globals'
import {upsertComment} from '../../../src/action/pull-request/sticky-comment.ts'
import {closeServers, serve} from '../../helpers/front.ts'
import {hurried} from '../../helpers/hurried.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots} from '../../helpers/scenario.ts'
import {startGitHub} from '../../../simulator/github/github-api.ts'
import type {Fault, GitHubOptions} from '../../../simulator/github/github-api.ts'
import {closeReviews, review, TOKEN} from '../../helpers/pull-request.ts'

afterAll(closeReviews)
afterAll(closeScenarios)
afterAll(closeServers)

const MARKER = '<!-- app-store-sync:x -->'
const twoPages = Array.from({length: 130}, () => ({login: 'octocat', body: 'x'}))

/** Keeps a comment at a double of GitHub, for so many milliseconds at the most. */
async function keep(patience: number, options: GitHubOptions = {}, fault?: Fault) {
  const github = await startGitHub(options)
  if (fault !== undefined) github.fail(fault)
  const kept = upsertComment({
    octokit: getOctokit(TOKEN, {baseUrl: github.url}),
    owner: 'octo',
    repo: 'app',
    number: 7,
    marker: MARKER,
    body: `${MARKER}\nnew`,
    create: true,
    signal: AbortSignal.timeout(patience),
  })
  const end = await kept.catch((error: unknown) => error)
  await github.close()
  return {end, requests: github.requests, comments: github.comments}
}

test.concurrent.each<[string, Fault]>([
  ['does not answer', {method: 'GET', times: 99, hang: 'silent'}],
  ['does not answer the second page', {method: 'GET', path: 'page=2', times: 99, hang: 'silent'}],
  ['never ends its answer', {method: 'GET', times: 99, hang: 'dripping'}],
  ['never ends the second page', {method: 'GET', path: 'page=2', times: 99, hang: 'dripping'}],
  ['does not answer what is written', {method: 'POST', times: 99, hang: 'silent'}],
  [
    'asks to wait for longer',
    {method: 'POST', times: 99, status: 429, headers: {'retry-after': '50'}},
  ],
])('A comment takes no longer than it may when GitHub %s', async (_, fault) => {
  const {end} = await keep(700, {comments: twoPages}, fault)
  expect(end).toHaveProperty('name', 'TimeoutError')
})

test.concurrent('Pages without end are not read without end, and no comment is made', async () => {
  const {end, requests, comments} = await keep(600_000, {next: 'endless'})
  expect(end).toHaveProperty('message', expect.stringMatching(/more than 5000 comments/))
  expect(requests).toHaveLength(50)
  expect(comments).toEqual([])
})

test.concurrent('A link to another host does not get the token', async () => {
  const elsewhere = await serve((_, response) => response.end('[]'))
  const {requests} = await keep(30_000, {next: `${elsewhere.url}/comments?page=2`})
  expect(requests.length).toBeGreaterThan(1)
  expect(elsewhere.seen).toEqual([])
})

test.concurrent('A GitHub that never answers costs a plan two minutes and a warning', async () => {
  const {github, plan} = await review(await scenario(await shots({'1.png': 1})))
  github.fail({method: 'GET', times: 99, hang: 'silent'})
  const {annotations, outputs} = green(await plan({}, {env: hurried}))
  expect(annotations).toEqual([
    {
      level: 'warning',
      file: null,
      message: expect.stringMatching(
        /GitHub's API took longer than 2 minutes\. The plan is in the job summary/,
      ),
    },
  ])
  expect(outputs).toMatchObject({uploaded: '1'})
})
