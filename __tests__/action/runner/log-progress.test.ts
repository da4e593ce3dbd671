import {expect, jest, test} from '@jest/globals'

import {createProgress} from '../../../src/action/runner/log-progress.ts'
import type {Log} from '../../../src/action/runner/log.ts'
import type {CreateVersionStep, Plan} from '../../../src/core/plan.ts'
import {desiredSet, PHONE, plannedRun} from '../../report/sample-run.ts'

const NEW_VERSION: CreateVersionStep = {
  kind: 'create-version',
  section: 'version',
  id: 'create-version:2.0.0',
  needs: [],
  cost: 1,
  locale: null,
  type: null,
  fileName: null,
  reason: 'The version does not exist',
  platform: 'IOS',
  versionString: '2.0.0',
}
const DONE = {status: 'done', resourceId: '1'} as const
const TIME = {work: 1000, total: 2000}

function planOfTwo(): Plan {
  const {plan} = plannedRun(
    [desiredSet('en-US', PHONE, ['1.png', '2.png'])],
    new Map([[`en-US/${PHONE}`, []]]),
  )
  if (plan?.steps.length !== 2) throw new Error('The plan should have two steps.')
  return plan
}

/** A progress on a clock of the test's own, and the lines that it logs. */
function startProgress() {
  const lines: string[] = []
  const log: Log = {
    line: (message) => void lines.push(message),
    phase: () => undefined,
    annotate: () => undefined,
    fail: () => undefined,
  }
  return {progress: createProgress(log), lines}
}

test('The steps that are done are counted out of those of the plan, and a version made before is none of them', () => {
  jest.useFakeTimers()
  const {progress, lines} = startProgress()
  const plan = planOfTwo()
  const counted = () => {
    jest.advanceTimersByTime(5000)
    return /^… (\d+ of \d+) steps/.exec(lines.at(-1) ?? '')?.[1]
  }
  progress.ended(NEW_VERSION, DONE, TIME)
  progress.begin(plan, true)
  expect(counted()).toBe('0 of 2')
  for (const [index, step] of plan.steps.entries()) {
    progress.ended(step, DONE, TIME)
    expect(counted()).toBe(`${index + 1} of 2`)
  }
  progress.stop()
  jest.useRealTimers()
})
