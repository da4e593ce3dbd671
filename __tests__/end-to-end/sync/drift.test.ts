import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots, storeWith, stored} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const WATCHING = {mode: 'plan', prune: 'true', 'fail-on-changes': 'true'}

test.concurrent('A watch is green while the store is as the folder has it', async () => {
  const {run} = await scenario(await shots({'1.png': 1}), storeWith(await stored({'1.png': 1})))
  const {outputs} = green(await run(WATCHING))
  expect(outputs).toMatchObject({changed: 'false', 'has-changes': 'false'})
})

test.concurrent.each([
  ['replaced a picture', {'1.png': 9}, /1 replaced/],
  ['added a picture', {'1.png': 1, 'by hand.png': 9}, /1 removed/],
  ['removed a picture', {}, /1 new/],
])('A watch is red when somebody %s by hand, and says what', async (_, store, message) => {
  const {run} = await scenario(await shots({'1.png': 1}), storeWith(await stored(store)))
  const failed = red(await run(WATCHING))
  const [verdict = ''] = failed.summary.split('\n')
  expect(verdict).toMatch(/❌ App Store Connect no longer matches the folder:/)
  expect(verdict).toMatch(message)
  expect(failed.writes).toEqual([])
  expect(failed.outputs).toMatchObject({changed: 'true', 'has-changes': 'true'})
})

test.concurrent('A plan with changes is green where they are expected', async () => {
  const {run} = await scenario(await shots({'1.png': 1}))
  const {outputs} = green(await run({mode: 'plan'}))
  expect(outputs).toMatchObject({changed: 'true', 'has-changes': 'true'})
})

test.concurrent('A watch makes no changes, so it is no sync', async () => {
  const {run} = await scenario(await shots({'1.png': 1}))
  const refused = red(await run({'fail-on-changes': 'true'}))
  expect(refused.annotations[0]?.message).toMatch(/`fail-on-changes` only works with `mode: plan`/)
  expect(refused.requests).toEqual([])
})
