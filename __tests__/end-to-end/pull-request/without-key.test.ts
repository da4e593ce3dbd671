import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots} from '../../helpers/scenario.ts'
import {pullRequest} from '../../helpers/pull-request.ts'

afterAll(closeScenarios)

const onePicture = await shots({'1.png': 1})
const noKey = {'api-key-id': '', 'issuer-id': '', 'api-private-key': ''}
const fork = pullRequest('someone/app')

test.concurrent.each([
  ['from a fork', {event: fork}, /fork/],
  [
    'from a fork that has been deleted',
    {
      event: {
        pull_request: {head: {repo: null}, base: {repo: {full_name: 'octo/app'}}},
      },
    },
    /fork/,
  ],
  ['of Dependabot', {event: pullRequest(), env: {GITHUB_ACTOR: 'dependabot[bot]'}}, /Dependabot/],
])(
  'A plan without a key in a pull request %s checks the files and says why',
  async (_, options, why) => {
    const {run, simulator} = await scenario(onePicture)
    const checked = green(await run({...noKey, mode: 'plan', comment: 'true'}, options))
    expect(simulator.connections()).toBe(0)
    expect(checked.summary.split('\n')[0]).toMatch(/✅ No problems found in 1 file in 1 locale\./)
    expect(checked.annotations).toEqual([
      {level: 'notice', file: null, message: expect.stringMatching(why)},
    ])
  },
)

test.concurrent('Bad files of a fork fail the check', async () => {
  const {run} = await scenario({...onePicture, 'screenshots/en-US/watch-ultra/1.png': 'x'})
  const checked = red(await run({...noKey, mode: 'plan'}, {event: fork}))
  expect(checked.summary.split('\n')[0]).toMatch(/❌ 1 problem found\./)
})

test.concurrent.each([
  ['in a pull request of the same repository', 'plan', {event: pullRequest()}],
  [
    'in a pull request within a repository that is a fork itself',
    'plan',
    {
      event: {
        pull_request: {
          head: {repo: {full_name: 'me/app', fork: true}},
          base: {repo: {full_name: 'me/app', fork: true}},
        },
      },
    },
  ],
  ['outside a pull request', 'plan', {}],
  [
    'where a pull request from a fork sees the secrets',
    'plan',
    {event: fork, env: {GITHUB_EVENT_NAME: 'pull_request_target'}},
  ],
  ['in a sync for a fork', 'sync', {event: fork}],
])('An empty key is an error %s', async (_, mode, options) => {
  const {run} = await scenario(onePicture)
  const failed = red(await run({...noKey, mode}, options))
  expect(failed.annotations[0]?.message).toMatch(/`api-key-id` is empty/)
})

test.concurrent('A plan in a pull request from a fork that has the key is a plan', async () => {
  const {run} = await scenario(onePicture)
  const planned = green(await run({mode: 'plan'}, {event: fork}))
  expect(planned.summary.split('\n')[0]).toBe('### 📝 Plan: 1 new; 3 write requests.')
})
