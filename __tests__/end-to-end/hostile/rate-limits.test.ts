import {afterAll, expect, test} from '@jest/globals'
import {sampled} from '../../helpers/sampled.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots, WATCH} from '../../helpers/scenario.ts'
import type {Files, ScenarioRun} from '../../helpers/scenario.ts'
import {fastTime} from '../../../simulator/runner/time.ts'

afterAll(closeScenarios)

const ALWAYS = Number.POSITIVE_INFINITY
const LOCALES = ['en-US', 'ja', 'de-DE', 'fr-FR']
const NUMBERS = Object.fromEntries(Array.from({length: 10}, (_, n) => [`${n + 1}.png`, n + 1]))
const WAITING = /rate limit is reached: waiting until \d\d:\d\d:\d\d UTC/u
/** No pause is shorter, in milliseconds. A little less, because a request takes its time to arrive. */
const SHORTEST_PAUSE = 4500
/** Those that are on their way when the first refusal comes. */
const UNDER_WAY = 10
/** Ten files in each locale: some twenty-four requests a locale. */
async function tenFilesIn(locales: readonly string[]): Promise<Files> {
  const files = await Promise.all(locales.map((locale) => shots(NUMBERS, locale)))
  return Object.assign({}, ...files)
}

function refused({requests}: ScenarioRun): number {
  return requests.filter(({status}) => status === 429).length
}

/** How long a run that was refused let everything rest, each time, in milliseconds. */
function pausesOf({requests}: ScenarioRun, speed: number): readonly number[] {
  const pauses: number[] = []
  let isRefused = false
  for (const [index, {at, status}] of requests.entries()) {
    isRefused ||= status === 429
    const next = requests[index + 1]
    const pause = next === undefined ? 0 : (next.at - at) * speed
    if (!isRefused || pause < SHORTEST_PAUSE) continue
    isRefused = false
    pauses.push(pause)
  }
  return pauses
}

test.concurrent.each([
  ['says', true],
  ['does not say', false],
])(
  'A limit a minute that %s when to come back refuses one request a pause',
  async (_, retryAfter) => {
    // A minute of fifteen seconds: even a slow machine sends more than twenty requests in it.
    const speed = 4
    const time = fastTime(speed)
    const {run, names} = await scenario(await tenFilesIn(['en-US']), {
      now: time.now,
      minuteLimit: 20,
      retryAfter,
    })
    const slow = green(await run({}, {env: time.env}))
    const pauses = pausesOf(slow, speed)
    expect(pauses.length).toBeGreaterThanOrEqual(1)
    expect(refused(slow)).toBeLessThan(pauses.length + UNDER_WAY)
    const isLong = pauses.some((pause) => pause > 10_000)
    expect(isLong && !WAITING.test(slow.stdout)).toBe(false)
    expect(names(WATCH)).toEqual(Object.keys(NUMBERS))
  },
)

test.concurrent('A budget for an hour is kept, so that it refuses next to nothing', async () => {
  const speed = 600
  const time = fastTime(speed)
  const locales = [...LOCALES, 'it', 'ko']
  const {run, names} = await scenario(await tenFilesIn(locales), {
    now: time.now,
    hourlyLimit: 100,
  })
  const slow = green(await run({'processing-timeout': '240'}, {env: time.env}))
  expect(slow.requests.length).toBeGreaterThan(100)
  expect(refused(slow)).toBeLessThanOrEqual(pausesOf(slow, speed).length + 1)
  for (const locale of locales) expect(names(WATCH, locale)).toEqual(Object.keys(NUMBERS))
})

test.concurrent.each(sampled(['0', '-1', 'NaN', '0.001', 'Thu, 01 Jan 1970 00:00:00 GMT']))(
  'A refusal that never ends and says Retry-After: %s is met with few requests',
  async (value) => {
    const time = fastTime(600)
    const {run, simulator} = await scenario(await shots({'1.png': 1}), {now: time.now})
    simulator.faults.add({
      match: {host: 'api'},
      times: ALWAYS,
      effect: {kind: 'status', status: 429, headers: {'Retry-After': value}},
    })
    const ended = red(await run({}, {env: time.env}))
    expect(ended.stdout).toMatch(/refused every request for more than an hour/)
    expect(ended.requests.length).toBeLessThan(30)
  },
)

test.concurrent('A service that asks for a pause gets it, and the log says until when', async () => {
  const speed = 10
  const time = fastTime(speed)
  const {run, simulator} = await scenario(await shots({'1.png': 1}), {now: time.now})
  simulator.faults.add({
    match: {path: 'apps'},
    effect: {kind: 'status', status: 503, headers: {'Retry-After': '20'}},
  })
  const {requests, stdout} = green(await run({}, {env: time.env}))
  const [first, second] = requests.map(({at}) => at)
  expect(((second ?? 0) - (first ?? 0)) * speed).toBeGreaterThan(19_000)
  expect(stdout).toMatch(/App Store Connect answered 503: waiting until \d\d:\d\d:\d\d UTC/)
})

test.concurrent('A service that asks for an endless pause is asked again within the patience of a run', async () => {
  const time = fastTime(10)
  const {run, simulator} = await scenario(await shots({'1.png': 1}), {now: time.now})
  simulator.faults.add({
    match: {path: 'apps'},
    effect: {kind: 'status', status: 503, headers: {'Retry-After': '9'.repeat(30)}},
  })
  expect(green(await run({}, {env: time.env})).outputs['uploaded']).toBe('1')
})
