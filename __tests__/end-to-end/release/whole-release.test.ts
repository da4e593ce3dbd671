import {rm} from 'node:fs/promises'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {everyThird} from '../../helpers/sampled.ts'
import {namedFaultCases} from '../matrix/fault-cases.ts'
import {interruptedBy} from '../matrix/interruptions.ts'
import {faultNamed} from '../matrix/named-faults.ts'
import type {NamedFault, NamedTarget} from '../matrix/named-faults.ts'
import {RELEASE_WRITES} from '../matrix/release-faults.ts'
import {tellReleaseStory} from '../matrix/release-story.ts'
import {onStage} from '../matrix/stage.ts'
import type {Story} from '../matrix/story.ts'

// A sample; `npm run test:slow` plays many more.

let story: Story
beforeAll(async () => {
  story = await tellReleaseStory()
})
afterAll(() => rm(story.workspace, {recursive: true}))

const FAULTS = ['500', 'reset after it was applied', '429', 'reset before', '503 though applied']

/** Every kind of write with one fault, so that each fault has its turn. */
const faults = RELEASE_WRITES.map((target, index): NamedFault => [
  target,
  faultNamed(FAULTS[index % FAULTS.length] ?? ''),
])
const named = (targets: readonly NamedTarget[]) => targets.map((each) => [each.name, each] as const)

test.concurrent('One step takes a folder to "Waiting for Review", and the next one has nothing to do', async () => {
  const wrong = await onStage({story}, async ({run, simulator, differences}) => {
    const planned = await run({mode: 'plan'})
    const first = await run()
    expect(first.code).toBe(0)
    expect(first.outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW', ready: 'true'})
    expect(differences()).toEqual([])
    // The new version has copies, with ids of their own.
    const steps = (plan: typeof first.plan) =>
      plan?.steps.map(({id}) => id.replace(/[\da-f-]{36}$/u, '…'))
    expect(steps(first.plan)).toEqual(steps(planned.plan))
    const writes = simulator.requests.filter(({host, method}) => host === 'api' && method !== 'GET')
    const costs = planned.plan?.steps.map(({cost}) => cost.writes) ?? []
    expect(writes).toHaveLength(costs.reduce((sum, cost) => sum + cost, 0))

    simulator.clearRequests()
    const second = await run()
    expect(second.outputs).toMatchObject({
      changed: 'false',
      'submission-id': first.outputs['submission-id'],
      'submission-state': 'WAITING_FOR_REVIEW',
    })
    expect(simulator.requests.filter(({method}) => method !== 'GET')).toEqual([])
    return differences()
  })
  expect(wrong).toEqual([])
})

test.concurrent.each(named(everyThird(RELEASE_WRITES)))(
  'A release that is killed at %s is finished by the next run, with nothing there twice',
  async (_, target) => {
    expect(await interruptedBy(story, target, 'SIGKILL').play()).toEqual([])
  },
)

test.concurrent.each(named(everyThird(RELEASE_WRITES.slice(12))))(
  'A release that is cancelled at %s is finished by the next run',
  async (_, target) => {
    expect(await interruptedBy(story, target, 'SIGTERM').play()).toEqual([])
  },
)

test.concurrent.each(
  everyThird(faults).map((fault) => [fault[1].name, fault[0].name, fault] as const),
)('A release bears with %s at %s', async (_fault, _target, fault) => {
  const cases = namedFaultCases(story, [fault])
  expect(await Promise.all(cases.map(({play}) => play()))).toEqual([[]])
})
