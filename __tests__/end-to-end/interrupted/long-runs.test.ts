import {afterAll, expect, test} from '@jest/globals'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots, WATCH} from '../../helpers/scenario.ts'
import type {Files, ScenarioRun} from '../../helpers/scenario.ts'
import {createToken, request} from '../../../simulator/client.ts'
import {fastTime} from '../../../simulator/runner/time.ts'

afterAll(closeScenarios)

const LOCALES = ['en-US', 'ja', 'de-DE', 'fr-FR']
const NUMBERS = Object.fromEntries(Array.from({length: 10}, (_, n) => [`${n + 1}.png`, n + 1]))
const WAITING = /rate limit is reached: waiting until \d\d:\d\d:\d\d UTC/gu

/** Forty files in four locales: about a hundred requests. */
async function fortyFiles(): Promise<Files> {
  const files = await Promise.all(LOCALES.map((locale) => shots(NUMBERS, locale)))
  return Object.assign({}, ...files)
}

function tokensOf({requests}: ScenarioRun): number {
  return new Set(requests.map(({headers}) => headers.authorization)).size
}

function statuses({requests}: ScenarioRun, status: number): number {
  return requests.filter((each) => each.status === status).length
}

test.concurrent('A run that is longer than a token signs new ones in time, so that none is refused', async () => {
  const time = fastTime(60)
  const minutes = 60_000
  const {run} = await scenario(await shots({'1.png': 1}), {
    now: time.now,
    processingMilliseconds: 20 * minutes,
  })
  const long = green(await run({'processing-timeout': '90'}, {env: time.env}))
  expect(tokensOf(long)).toBeGreaterThanOrEqual(2)
  expect(statuses(long, 401)).toBe(0)
})

test.concurrent('A token that is refused to many requests at once is renewed once for all of them', async () => {
  const {run, simulator, names} = await scenario(await fortyFiles())
  let reserved = 0
  simulator.onApplied(({routeClass}) => {
    if (routeClass !== 'reserve') return
    reserved += 1
    if (reserved === 10) simulator.revokeTokens()
  })
  const renewed = green(await run())
  expect(statuses(renewed, 401)).toBeGreaterThan(1)
  expect(tokensOf(renewed)).toBe(2)
  expect(names(WATCH, 'ja')).toEqual(Object.keys(NUMBERS))
})

test.concurrent('With twenty requests a minute a run waits, says until when, and ends well', async () => {
  // A minute of twenty seconds: even a slow machine sends more than twenty requests in it.
  const time = fastTime(3)
  const {run, names} = await scenario(await shots(NUMBERS), {
    now: time.now,
    minuteLimit: 20,
    retryAfter: true,
  })
  const slow = green(await run({}, {env: time.env}))
  const pauses = slow.stdout.match(WAITING)?.length ?? 0
  expect(pauses).toBeGreaterThanOrEqual(1)
  // Those in flight are refused together, and make one pause.
  expect(statuses(slow, 429)).toBeGreaterThanOrEqual(pauses)
  expect(names(WATCH)).toEqual(Object.keys(NUMBERS))
})

test.concurrent('When others use up the hourly budget a run waits for it, and no file counts that as processing', async () => {
  const time = fastTime(150)
  const {run, simulator, names} = await scenario(await fortyFiles(), {
    now: time.now,
    hourlyLimit: 100,
  })
  let seen = 0
  simulator.onApplied(async ({host}) => {
    seen += host === 'api' ? 1 : 0
    if (seen !== 20) return
    const ahead = Math.round((time.now() - Date.now()) / 1000)
    const token = await createToken(simulator, {issued: ahead - 5, lifetimeSeconds: ahead + 1190})
    for (let used = 0; used < 100; used += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the order does not matter, the load does
      await request(`${simulator.apiUrl}/v1/apps`, 'GET', token)
    }
  })
  const slow = green(await run({'processing-timeout': '5'}, {env: time.env}))
  expect(slow.stdout).toMatch(WAITING)
  for (const locale of LOCALES) expect(names(WATCH, locale)).toEqual(Object.keys(NUMBERS))
})
