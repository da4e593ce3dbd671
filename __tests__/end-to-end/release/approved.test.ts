import {afterAll, expect, test} from '@jest/globals'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {config, costOf, METADATA, planned, storeOf} from './declared.ts'
import {
  ALL_FILLED_IN,
  EMPTY_STORE,
  ENVIRONMENT,
  EVERYTHING,
  filledIn,
  PASSWORD,
  WRITES,
} from './everything.ts'

afterAll(closeScenarios)

test('A plan of everything has the steps and writes of the run, and may be approved', async () => {
  const {run, write, ...rest} = await scenario(EVERYTHING, EMPTY_STORE)
  const plan = green(await run({...METADATA, mode: 'plan'}, ENVIRONMENT))
  expect(plan.writes).toEqual([])
  expect(costOf(plan)).toBe(WRITES)
  const text = JSON.stringify(plan.plan)
  expect(text).not.toContain(PASSWORD)
  await write({'plan.json': text})
  const done = green(await run({...METADATA, 'plan-file': 'plan.json'}, ENVIRONMENT))
  expect(planned(done)).toEqual(planned(plan))
  expect(done.writes).toHaveLength(WRITES)
  expect(filledIn(rest)).toEqual(ALL_FILLED_IN)
  expect(green(await run(METADATA, ENVIRONMENT)).writes).toEqual([])
})

test('An approved plan that begins with a new version may have what Apple gives that version anyway', async () => {
  const {run, write, simulator} = await scenario(
    config('version: {copyright: 2026 Example GmbH, release: after-approval}'),
    storeOf({versions: [{versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'}]}),
  )
  const inputs = {...METADATA, version: '1.0.0', 'create-version': 'true'}
  const plan = green(await run({...inputs, mode: 'plan'}))
  await write({'plan.json': JSON.stringify(plan.plan)})
  const done = green(await run({...inputs, 'plan-file': 'plan.json'}))
  expect(planned(done)).toEqual(planned(plan))
  expect(done.writes).toHaveLength(costOf(plan))
  expect(simulator.versions().find(({versionString}) => versionString === '1.0.0')).toMatchObject({
    copyright: '2026 Example GmbH',
    releaseType: 'AFTER_APPROVAL',
  })
  expect(green(await run(inputs)).writes).toEqual([])
})
