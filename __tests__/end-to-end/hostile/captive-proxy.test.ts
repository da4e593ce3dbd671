import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots, stored, storeWith, WATCH} from '../../helpers/scenario.ts'
import {fastTime} from '../../../simulator/runner/time.ts'
import type {Effect} from '../../../simulator/http/faults.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'

afterAll(closeScenarios)

const WRITES: readonly (readonly [RouteClass, RegExp])[] = [
  ['commit', /PATCH \/v1\/appScreenshots\/\S+: .*\(UNREADABLE_ANSWER\)/u],
  ['delete', /DELETE \/v1\/appScreenshots\/\S+: .*\(UNREADABLE_ANSWER\)/u],
  ['reorder', /PATCH \/v1\/appScreenshotSets\/\S+: .*\(UNREADABLE_ANSWER\)/u],
]

/** A run that commits, deletes and orders, and a proxy that answers one kind of them with a page. */
async function runBehind(path: RouteClass, times: number, applied: boolean) {
  const time = fastTime(60)
  const made = await scenario(await shots({'1.png': 1, '2.png': 2, '3.png': 3}), {
    ...storeWith(await stored({'3.png': 3, '2.png': 22})),
    now: time.now,
  })
  const effect: Effect = {kind: 'status', status: 200, body: 'html', applied}
  const struck = made.simulator.faults.add({match: {path}, times, effect})
  const run = await made.run({}, {env: time.env})
  expect(struck()).toBeGreaterThan(0)
  return {run, names: made.names(WATCH)}
}

test.concurrent.each(WRITES)(
  'A page instead of the answer to one %s is no success, and changes nothing of the outcome',
  async (path) => {
    for (const applied of [false, true]) {
      // oxlint-disable-next-line no-await-in-loop -- runs for themselves
      const {run, names} = await runBehind(path, 1, applied)
      green(run)
      expect(names).toEqual(['1.png', '2.png', '3.png'])
    }
  },
)

test.concurrent.each(WRITES)(
  'A page instead of every answer to a %s ends the run with what was asked',
  async (path, said) => {
    const {run} = await runBehind(path, Number.POSITIVE_INFINITY, false)
    expect(red(run).stdout).toMatch(said)
  },
)
