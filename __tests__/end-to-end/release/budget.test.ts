import {afterAll, expect, test} from '@jest/globals'
import {LOCALES} from '../../../src/apple/locales.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {ScenarioRun} from '../../helpers/scenario.ts'
import {costOf} from './declared.ts'
import {UNTOUCHED_STORE, WHOLE, WHOLE_ENV, wholeFolder} from './whole-release.ts'

afterAll(closeScenarios)

/** All in CI, and a quarter of them in a developer's run. */
const number = process.env['CI'] === 'true' ? 40 : 10
/** The primary language first. */
const locales = [...new Set(['en-US', ...LOCALES])].slice(0, number)
/** DESIGN.md: 3, the locales with screenshots, the locales with previews; and 8 for all the rest. */
const BUDGET = 3 + number + number + 8

/** How many requests of each kind a run made, the most frequent first. */
function kinds({requests}: ScenarioRun): readonly string[] {
  const counts = new Map<string, number>()
  for (const {method, path} of requests) {
    const kind = `${method} ${path.replaceAll(/\/(?:[0-9a-f-]{36}|\d{5,})/gu, '/…')}`
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map((each) => each.join(': '))
}

/** Fails with what the requests were. */
function expectInBudget(run: ScenarioRun): void {
  const {length} = run.requests
  expect({
    writes: run.writes,
    requests: length > BUDGET ? kinds(run) : 'within the budget',
  }).toEqual({
    writes: [],
    requests: 'within the budget',
  })
}

test(`An unchanged release of ${number} locales costs at most ${BUDGET} requests, submitted or not`, async () => {
  const {run} = await scenario(await wholeFolder(locales), UNTOUCHED_STORE)
  const options = {env: WHOLE_ENV}
  green(await run({...WHOLE, submit: 'false'}, options))

  const unchanged = green(await run({...WHOLE, submit: 'false'}, options))
  expect(unchanged.outputs).toMatchObject({'has-changes': 'false', ready: 'true'})
  expectInBudget(unchanged)
  const planned = green(await run({...WHOLE, mode: 'plan'}, options))
  expect(planned.plan?.steps.map(({action}) => action)).toEqual(['submit'])
  expectInBudget(planned)

  const submitted = green(await run(WHOLE, options))
  expect(submitted.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
  expect(submitted.writes).toHaveLength(costOf(planned))
  const waiting = green(await run(WHOLE, options))
  expect(waiting.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
  expectInBudget(waiting)
})
