import {afterAll, describe, expect, test} from '@jest/globals'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario, shots, stored, storeWith, WATCH} from '../../helpers/scenario.ts'
import {fastTime} from '../../../simulator/runner/time.ts'
import {DOUBTFUL, HARMLESS, UNREADABLE} from './odd-answers.ts'
import type {OddAnswer} from './odd-answers.ts'

afterAll(closeScenarios)

const KEPT = {'1.png': 1}
const SECONDS_IN_ONE = 60

/** A picture is there, another takes the place of an old one, and every answer of a kind is odd. */
async function runWith({of, change}: OddAnswer) {
  const time = fastTime(SECONDS_IN_ONE)
  const made = await scenario(await shots({...KEPT, '2.png': 2}), {
    ...storeWith(await stored({...KEPT, '2.png': 22})),
    now: time.now,
  })
  const [kept] = made.assets(WATCH)
  const struck = made.simulator.faults.add({
    match: {host: 'api', path: of},
    times: Number.POSITIVE_INFINITY,
    effect: {kind: 'rewrite', change},
  })
  const run = await made.run({}, {env: time.env})
  expect(struck()).toBeGreaterThan(0)
  expect(`${run.stdout}${run.stderr}`).not.toMatch(/bug in the action|^\s+at .*\.js/mu)
  // Whatever happens, what was right stays.
  expect(made.assets(WATCH)).toContainEqual(kept)
  return {run, names: () => made.names(WATCH)}
}

const WHAT_WAS_ASKED = /(?:GET|POST|PATCH|DELETE) \/v1\/\S+: .*\(UNREADABLE_ANSWER\)/u

describe('An answer that cannot be read is said to be one, with what was asked', () => {
  test.concurrent.each(sampled(UNREADABLE))(
    '$title',
    async (odd) => {
      const {run} = await runWith(odd)
      expect(run.code).toBe(1)
      expect(run.stdout).toMatch(WHAT_WAS_ASKED)
      expect(run.writes).toEqual([])
    },
    120_000,
  )
})

describe('An answer to a write that cannot be read is got over, or said to be one', () => {
  test.concurrent.each(sampled(DOUBTFUL))(
    '$title',
    async (odd) => {
      const {run, names} = await runWith(odd)
      const isSaid = /\(UNREADABLE_ANSWER\)|upload instructions/u.test(run.stdout)
      const isRight = String(names()) === '1.png,2.png'
      expect([run.code, run.code === 0 ? isRight : isSaid]).toEqual([run.code, true])
    },
    120_000,
  )
})

describe('An answer without what no run needs is as good as any', () => {
  test.concurrent.each(sampled(HARMLESS))(
    '$title',
    async (odd) => {
      const {run, names} = await runWith(odd)
      green(run)
      expect(names()).toEqual(['1.png', '2.png'])
    },
    120_000,
  )
})
