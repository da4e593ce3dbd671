import {afterAll, expect, test} from '@jest/globals'

import {createClient} from '../../../simulator/client.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {readyApp, readyVersion} from '../../../simulator/seeded-apps.ts'
import {killAtChange} from '../assets/kill-at-change.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const CHANGED = {'metadata/en-US/description.txt': 'Another text'}
const SUBMIT = {manage: 'metadata', submit: 'true'}
const CANCEL = {...SUBMIT, 'cancel-review': 'true'}

/** What App Review has: its submissions that are not over, each with the number of its items. */
function submissions({simulator}: Scenario): readonly (readonly [state: unknown, items: number])[] {
  const items = simulator.records('reviewSubmissionItems')
  return simulator
    .records('reviewSubmissions')
    .filter(({attributes}) => attributes['state'] !== 'COMPLETE')
    .map(({id, attributes}) => [
      attributes['state'],
      items.filter(({related}) => related['reviewSubmission'] === id).length,
    ])
}

const DONE = [['WAITING_FOR_REVIEW', 1]]

// Taking it back, the text, the submission, its item, and the hand-over.
test.concurrent.each(sampled([1, 2, 3, 4, 5]))(
  'A run that takes a version back and was killed at its change %i is finished by the next one',
  async (nth) => {
    const there = await scenario({'metadata/en-US/description.txt': 'Text'}, {apps: [readyApp()]})
    green(await there.run(SUBMIT))
    await there.write(CHANGED)
    await killAtChange(there, nth, CANCEL)
    green(await there.run(CANCEL))
    expect(submissions(there)).toEqual(DONE)
    expect(green(await there.run(CANCEL)).writes).toEqual([])
  },
)

test.concurrent.each(
  sampled([
    ['the submission', 'POST', /^\/v1\/reviewSubmissions$/u],
    ['its item', 'POST', /^\/v1\/reviewSubmissionItems$/u],
    ['the hand-over', 'PATCH', /^\/v1\/reviewSubmissions\/[^/]+$/u],
  ] as const),
)('A lost answer to %s makes no twin, and no failure', async (_, method, path) => {
  const there = await scenario(CHANGED, {apps: [readyApp()], listLagMilliseconds: 700})
  const lost = there.simulator.faults.add({
    match: {host: 'api', method, path},
    effect: {kind: 'reset', when: 'after'},
  })
  green(await there.run(SUBMIT))
  expect(lost()).toBe(1)
  expect(submissions(there)).toEqual(DONE)
})

test.concurrent('A version that somebody hands over meanwhile is not waited for, and not handed over twice', async () => {
  const there = await scenario(CHANGED, {apps: [readyApp()], reviewMilliseconds: 3_600_000})
  const {simulator} = there
  simulator.onApplied(({method, path}) => {
    if (method !== 'POST' || path !== '/v1/reviewSubmissionItems') return
    simulator.setVersionState(simulator.versions()[0]?.id ?? '', 'WAITING_FOR_REVIEW')
  })
  const run = green(await there.run(SUBMIT))
  expect(run.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
  expect(submissions(there)).toEqual(DONE)
})

test.concurrent('A rejected version is handed over again in the submission that it has', async () => {
  const there = await scenario(CHANGED, {
    apps: [readyApp({versions: [readyVersion({state: 'REJECTED'})]})],
  })
  const planned = green(await there.run({...SUBMIT, mode: 'plan'}))
  const run = green(await there.run(SUBMIT))
  expect(submissions(there)).toEqual(DONE)
  expect(run.writes).toHaveLength(
    planned.plan?.steps.reduce((sum, {cost}) => sum + cost.writes, 0) ?? 0,
  )
})

test.concurrent('An open submission that somebody has left is used', async () => {
  const there = await scenario(CHANGED, {apps: [readyApp()]})
  there.simulator.addRecord({
    type: 'reviewSubmissions',
    attributes: {platform: 'IOS', state: 'READY_FOR_REVIEW'},
    related: {app: there.simulator.appIds[0] ?? ''},
  })
  const run = green(await there.run(SUBMIT))
  expect(submissions(there)).toEqual(DONE)
  expect(run.writes.map(({path}) => path)).not.toContain('/v1/reviewSubmissions')
})

test.concurrent('A rejected version stays in its submission, even if there is an empty one', async () => {
  const there = await scenario(CHANGED, {apps: [readyApp()]})
  const {simulator} = there
  simulator.addRecord({
    type: 'reviewSubmissions',
    attributes: {platform: 'IOS', state: 'READY_FOR_REVIEW'},
    related: {app: simulator.appIds[0] ?? ''},
  })
  simulator.setVersionState(simulator.versions()[0]?.id ?? '', 'REJECTED')
  green(await there.run(SUBMIT))
  expect(submissions(there)).toEqual([
    ['READY_FOR_REVIEW', 0],
    ['WAITING_FOR_REVIEW', 1],
  ])
})

test.concurrent('A submission that is being taken back is not taken for one in review', async () => {
  const files = {'metadata/en-US/description.txt': 'Text'}
  const there = await scenario(files, {apps: [readyApp()], reviewMilliseconds: 3000})
  green(await there.run(SUBMIT))
  const [first] = there.simulator.records('reviewSubmissions')
  const client = await createClient(there.simulator)
  await client.send('PATCH', `/v1/reviewSubmissions/${first?.id}`, {
    data: {type: 'reviewSubmissions', id: first?.id, attributes: {canceled: true}},
  })
  const run = green(await there.run(SUBMIT))
  expect(run.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW'})
  expect(run.outputs['submission-id']).not.toBe(first?.id)
  expect(submissions(there)).toEqual(DONE)
})
