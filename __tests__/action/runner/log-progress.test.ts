import {expect, jest, test} from '@jest/globals'

import {createProgress} from '../../../src/action/runner/log-progress.ts'
import {EMPTY_PLAN} from '../../../src/core/plan.ts'
import type {Step} from '../../../src/core/step.ts'

const NEW_VERSION: Step = {
  id: 'create-version:2.0.0',
  section: 'version',
  action: 'create',
  needs: [],
  subject: {noun: 'version', name: '2.0.0', locale: null, place: null, file: null},
  before: null,
  after: null,
  reason: 'The version does not exist',
  cost: {writes: 1, bytes: 0},
  resource: null,
  detail: null,
}
const DONE = {status: 'done', resourceId: '1'} as const
const TIME = {work: 1000, total: 2000}

/** @param bytes - That have to be sent. */
function upload(name: string, bytes: number): Step {
  const place = 'en-US/APP_IPHONE_67'
  const file = {path: `screenshots/${place}/${name}`}
  return {
    ...NEW_VERSION,
    id: `upload:${place}/${name}`,
    section: 'media',
    action: 'upload',
    subject: {noun: 'screenshot', name, locale: 'en-US', place, file},
    reason: 'The store does not have it',
    cost: {writes: 2, bytes},
  }
}

/** A progress on a clock of the test's own, and the lines that it logs. */
function startProgress() {
  const lines: string[] = []
  const progress = createProgress({
    line: (message) => void lines.push(message),
    phase: () => undefined,
    annotate: () => undefined,
    fail: () => undefined,
  })
  return {progress, lines}
}

test('The steps that are done are counted out of those of the plan, and a version made before is none of them', () => {
  jest.useFakeTimers()
  const {progress, lines} = startProgress()
  const plan = {...EMPTY_PLAN, steps: [upload('1.png', 1000), upload('2.png', 2000)]}
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

test('A step has a line when it is planned and one when it ends; with bytes it tells how fast they went', () => {
  const {progress, lines} = startProgress()
  const [one, two] = [upload('1.png', 1000), upload('2.png', 2000)]
  progress.begin({...EMPTY_PLAN, steps: [NEW_VERSION, one, two]}, false)
  progress.ended(NEW_VERSION, DONE, TIME)
  progress.ended(one, DONE, TIME)
  const failure = {severity: 'error', code: 'X', what: 'It broke.', next: '', about: null} as const
  progress.ended(two, {status: 'failed', failure}, TIME)
  expect(lines).toEqual([
    '· create the version 2.0.0: The version does not exist',
    '· upload en-US/APP_IPHONE_67/1.png: The store does not have it',
    '· upload en-US/APP_IPHONE_67/2.png: The store does not have it',
    '✓ create the version 2.0.0',
    '✓ upload en-US/APP_IPHONE_67/1.png: 1 kB in 1s (1 kB/s), accepted after 2s',
    '✗ upload en-US/APP_IPHONE_67/2.png: It broke.',
  ])
})
