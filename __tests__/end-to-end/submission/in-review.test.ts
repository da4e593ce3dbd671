import {afterAll, expect, test} from '@jest/globals'

import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {readyApp, readyVersion} from '../../../simulator/seeded-apps.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const SUBMIT = {manage: 'metadata', submit: 'true'}
const CANCEL = {...SUBMIT, 'cancel-review': 'true'}
const CHANGED = {'metadata/en-US/description.txt': 'Another text'}

/** A store whose version waits for review, and a checkout with what it has. */
async function submitted(): Promise<Scenario> {
  const there = await scenario({'metadata/en-US/description.txt': 'Text'}, {apps: [readyApp()]})
  green(await there.run(SUBMIT))
  return there
}

test.concurrent('A change of a version that waits for review is refused, and nothing is written', async () => {
  const there = await submitted()
  await there.write(CHANGED)
  const run = red(await there.run(SUBMIT))
  expect(run.writes).toEqual([])
  expect(run.stdout).toMatch(/waiting for review, and 1 change cannot be made/u)
  expect(run.stdout).toContain('cancel-review: true')
})

test.concurrent('cancel-review takes it back, changes it, and submits it again', async () => {
  const there = await submitted()
  await there.write(CHANGED)
  const planned = green(await there.run({...CANCEL, mode: 'plan'}))
  expect(planned.writes).toEqual([])
  const run = green(await there.run(CANCEL))
  const steps = (plan: typeof run.plan) => plan?.steps.map(({id}) => id)
  expect(steps(run.plan)).toEqual(steps(planned.plan))
  expect(run.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
  const [first, second, ...more] = there.simulator.records('reviewSubmissions')
  expect([first?.attributes['state'], second?.attributes['state'], more]).toEqual([
    'COMPLETE',
    'WAITING_FOR_REVIEW',
    [],
  ])
  expect(run.writes).toHaveLength(
    planned.plan?.steps.reduce((sum, {cost}) => sum + cost.writes, 0) ?? 0,
  )
})

test.concurrent('cancel-review leaves a version in review where nothing has changed', async () => {
  const there = await submitted()
  const run = green(await there.run(CANCEL))
  expect(run.writes).toEqual([])
  expect(run.stdout).toContain('waiting for review already, and nothing has changed')
})

test.concurrent('cancel-review alone takes the version back', async () => {
  const there = await submitted()
  green(await there.run({manage: 'metadata', 'cancel-review': 'true'}))
  expect(there.simulator.versions()[0]?.state).toBe('DEVELOPER_REJECTED')
  const again = green(await there.run({manage: 'metadata', 'cancel-review': 'true'}))
  expect(again.writes).toEqual([])
})

test.concurrent('A version whose review has begun is not taken back', async () => {
  const there = await submitted()
  there.simulator.setVersionState(there.simulator.versions()[0]?.id ?? '', 'IN_REVIEW')
  await there.write(CHANGED)
  const run = red(await there.run(CANCEL))
  expect(run.writes).toEqual([])
  expect(run.stdout).toContain('Remove it from review in App Store Connect')
})

test.concurrent('Without a version that can be changed, a run fails or is skipped', async () => {
  const there = await scenario(CHANGED, {
    apps: [readyApp({versions: [readyVersion({state: 'READY_FOR_DISTRIBUTION'})]})],
  })
  const manage = {manage: 'metadata'}
  expect(red(await there.run(manage)).stdout).toContain('There is no editable version')
  const skipped = green(await there.run({...manage, 'on-no-editable-version': 'skip'}))
  expect(skipped.writes).toEqual([])
  expect(skipped.stdout).toContain('Nothing to do: There is no editable version')
})

test.concurrent('A run that does not know which version is meant is not skipped', async () => {
  const versions = [readyVersion({versionString: '2.0'}), readyVersion({versionString: '2.1'})]
  const there = await scenario(CHANGED, {apps: [readyApp({versions})]})
  const run = red(await there.run({manage: 'metadata', 'on-no-editable-version': 'skip'}))
  expect(run.stdout).toContain('More than one IOS version is editable')
})
