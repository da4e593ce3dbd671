import {setTimeout as delay} from 'node:timers/promises'
import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots} from '../../helpers/scenario.ts'
import {closeReviews, review} from '../../helpers/pull-request.ts'

afterAll(closeReviews)
afterAll(closeScenarios)

const onePicture = await shots({'1.png': 1})

test.concurrent.each([
  ['read', {method: 'GET', status: 403} as const],
  ['made', {method: 'POST', status: 403} as const],
  ['seen by the token', {method: 'GET', status: 404} as const],
])(
  'Comments that may not be %s leave the summary, and one warning that names the permission',
  async (_, fault) => {
    const {github, plan} = await review(await scenario(onePicture))
    github.fail({...fault, times: 99, message: 'Resource not accessible by integration'})
    const {annotations, summary, outputs} = green(await plan())
    expect(annotations).toEqual([
      {level: 'warning', file: null, message: expect.stringMatching(/`pull-requests: write`/)},
    ])
    expect(summary.split('\n')[0]).toBe('### 📝 Plan: 1 new; 3 write requests.')
    expect(outputs).toMatchObject({changed: 'true', uploaded: '1'})
    expect(github.requests.filter(({method}) => method === fault.method)).toHaveLength(1)
  },
)

test.concurrent('A server that is not well for a moment costs nothing but time', async () => {
  const {github, plan} = await review(await scenario(onePicture))
  github.fail({method: 'GET', times: 1, status: 502})
  github.fail({method: 'POST', times: 1, status: 503})
  const {annotations} = green(await plan())
  expect(github.comments).toHaveLength(1)
  expect(annotations).toEqual([])
})

test.concurrent('A comment whose answer was lost is not made twice', async () => {
  const {github, plan} = await review(await scenario(onePicture))
  github.fail({method: 'POST', path: 'comments', times: 1, status: 502, late: true})
  green(await plan())
  expect(github.comments).toHaveLength(1)
})

test.concurrent('A server that stays unwell is told in a warning, and the step is green', async () => {
  const {github, plan} = await review(await scenario(onePicture))
  github.fail({method: 'POST', times: 99, status: 500, message: '::error::boom'})
  const {annotations} = green(await plan())
  expect(annotations).toEqual([
    {level: 'warning', file: null, message: expect.stringMatching(/GitHub answered 500/)},
  ])
  expect(github.requests.filter(({method}) => method === 'POST')).toHaveLength(4)
})

test.concurrent.each([403, 429])(
  'A secondary rate limit (%s) is waited for as long as GitHub asks',
  async (status) => {
    const {github, plan} = await review(await scenario(onePicture))
    const message = 'You have exceeded a secondary rate limit.'
    github.fail({method: 'POST', times: 1, status, message, headers: {'retry-after': '2'}})
    const {annotations} = green(await plan())
    expect(github.comments).toHaveLength(1)
    expect(annotations).toEqual([])
    const [refused = 0, made = 0] = github.requests
      .filter(({method}) => method === 'POST')
      .map(({at}) => at)
    expect(made - refused).toBeGreaterThan(1990)
  },
)

test.concurrent('A rate limit that lasts longer than a comment is worth is told at once', async () => {
  const {github, plan} = await review(await scenario(onePicture))
  const headers = {'retry-after': '3600'}
  github.fail({method: 'POST', times: 99, status: 403, message: 'Slow down', headers})
  const {annotations} = green(await plan())
  expect(annotations).toEqual([
    {level: 'warning', file: null, message: expect.stringMatching(/rate limit/)},
  ])
  expect(github.requests.filter(({method}) => method === 'POST')).toHaveLength(1)
})

test.concurrent('A server that cannot be reached is told in a warning', async () => {
  const {plan} = await review(await scenario(onePicture))
  const env = {GITHUB_API_URL: 'http://127.0.0.1:9'}
  const {annotations} = green(await plan({}, {env}))
  expect(annotations.map(({level}) => level)).toEqual(['warning'])
})

test.concurrent('An empty token is told in a warning', async () => {
  const {github, plan} = await review(await scenario(onePicture))
  const {annotations} = green(await plan({'github-token': ''}))
  expect(annotations[0]?.message).toMatch(/`github-token` is empty/)
  expect(github.requests).toEqual([])
})

test.concurrent('A cancelled run leaves the comment as it was: it knows nothing new', async () => {
  const store = await scenario(onePicture)
  store.simulator.faults.add({match: {path: 'apps'}, effect: {kind: 'hang'}})
  const {github, start} = await review(store)
  const {child, ended} = await start()
  while (store.simulator.requests.length === 0) {
    // oxlint-disable-next-line no-await-in-loop -- until the run is at the store
    await delay(20)
  }
  child.kill('SIGINT')
  const {stdout} = red(await ended)
  expect(stdout).toContain('The run was cancelled')
  expect(github.requests).toEqual([])
})
