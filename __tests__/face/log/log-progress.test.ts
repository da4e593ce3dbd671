import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'

import {createProgress} from '../../../src/face/log/log-progress.ts'
import type {LogProgress} from '../../../src/face/log/log-progress.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {EMPTY_PLAN} from '../../../src/core/plan.ts'
import type {Plan} from '../../../src/core/plan.ts'
import type {StepResult} from '../../../src/core/results.ts'
import type {Step, Subject} from '../../../src/core/step.ts'
import type {Shelf} from '../../../src/core/view.ts'
import {fakeStep} from '../../core/fake-sections.ts'

const PLACE = 'en-US/APP_IPHONE_67'
const WHERE = 'en-US, iPhone 6.9"'
const SHELF: Shelf = {
  place: PLACE,
  locale: 'en-US',
  language: 'English (U.S.)',
  device: 'iPhone 6.9"',
  title: 'iPhone 6.9"',
  type: 'APP_IPHONE_67',
  medium: 'picture',
  inSearchResults: 0,
  folder: `screenshots/${PLACE}`,
  cards: [],
  before: null,
}
const DONE = {status: 'done', resourceId: '1'} as const
const WORKSPACE = '/home/runner/work/app'

function step(
  action: Step['action'],
  subject: Partial<Subject>,
  overrides: Partial<Step> = {},
): Step {
  const whole = {noun: 'set', name: '', locale: 'en-US', place: PLACE, file: null, ...subject}
  const id = `${action} ${whole.place} ${whole.name}`
  return fakeStep(id, {section: 'media', action, subject: whole, ...overrides})
}

/** @param bytes - That have to be sent. */
function upload(name: string, bytes = 1000, overrides: Partial<Step> = {}): Step {
  const file = {path: `screenshots/${PLACE}/${name}`}
  const reason = 'Not in App Store Connect yet'
  const cost = {writes: 2, bytes}
  return step('upload', {noun: 'screenshot', name, file}, {reason, cost, ...overrides})
}

function planOf(...steps: readonly Step[]): Plan {
  return {...EMPTY_PLAN, steps}
}

function failed(code: string, status: 'failed' | 'skipped' | 'unfinished' = 'failed'): StepResult {
  const failure: Diagnostic = {severity: 'error', code, what: 'It broke.', next: '', about: null}
  return {status, failure}
}

let lines: string[]
let folded: [title: string, lines: readonly string[]][]
let progress: LogProgress

beforeEach(() => {
  jest.useFakeTimers()
  lines = []
  folded = []
  const log = {
    line: (message: string) => void lines.push(message),
    folded: (title: string, inside: readonly string[]) => void folded.push([title, inside]),
    annotate: () => undefined,
    mostAnnotations: 9,
    fail: () => undefined,
  }
  progress = createProgress(log, WORKSPACE, {
    now: () => Date.now(),
    sleep: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
  })
  progress.namePlaces([{shape: 'gallery', shelves: [SHELF]}])
})
afterEach(() => {
  progress.stop()
  jest.useRealTimers()
})

/** @returns the lines that are logged meanwhile. */
async function after(seconds: number): Promise<readonly string[]> {
  const before = lines.length
  await jest.advanceTimersByTimeAsync(seconds * 1000)
  return lines.slice(before)
}

/** Carries out a plan up to a moment at which these steps are being carried out. */
function work(...steps: readonly Step[]): void {
  progress.begin(planOf(...steps), true)
  for (const each of steps) progress.started(each)
}

describe('A plan', () => {
  const steps = [
    step('create', {noun: 'locale', name: 'ja', locale: 'ja', place: null}, {reason: 'It is new'}),
    step('create', {}, {reason: 'It is new'}),
    upload('1.png', 1000),
    upload('2.png', 2000),
    {...upload('3.png', 4000), action: 'replace', reason: 'Content changed'} as const,
    step('delete', {name: '3.PNG'}, {reason: 'Replaced by a file of the same name'}),
    step('delete', {name: 'old.png'}, {reason: 'Has no matching file'}),
    step(
      'update',
      {noun: 'poster frame', name: 'tour.mp4', file: {path: 'a/tour.mp4'}},
      {
        reason: 'Poster frame changed',
      },
    ),
    step(
      'update',
      {noun: 'text', name: 'description', place: 'en-US', file: {path: 'a/b.txt'}},
      {
        reason: 'App Store Connect has another text',
      },
    ),
    step(
      'update',
      {noun: 'text', name: 'subtitle', place: 'de-DE', file: {path: 'a/c.txt'}},
      {after: {text: 'Neu'}, reason: 'Not in App Store Connect yet'},
    ),
    step('order', {}, {reason: 'Order changed'}),
  ]
  const words = [
    '+ ja: create the locale',
    `+ ${WHERE}: create the set`,
    `+ ${WHERE}: upload 1.png, 2.png (3 kB) · not in App Store Connect yet`,
    `~ ${WHERE}: replace 3.png (4 kB) · content changed`,
    `- ${WHERE}: delete the old 3.PNG · replaced by a file of the same name`,
    `- ${WHERE}: delete old.png · has no matching file`,
    `~ ${WHERE}: update the poster frame of tour.mp4 · poster frame changed`,
    '~ en-US: update description · App Store Connect has another text',
    '+ de-DE: set subtitle · not in App Store Connect yet',
    `~ ${WHERE}: put in order`,
  ]

  test('that is only made is in plain sight, what is alike in one line', () => {
    progress.begin(planOf(...steps), false)
    expect(lines).toEqual(words)
    expect(folded).toEqual([])
  })

  test('that is carried out is folded, and its title says how much it is', () => {
    progress.begin(planOf(...steps), true)
    expect(lines).toEqual([])
    expect(folded).toEqual([['Plan: 11 steps, 7 kB to upload', words]])
  })

  test('that is refused is folded, and its title says that nothing of it is done', async () => {
    const refusal = {severity: 'error', code: 'X', what: 'No.', next: '', about: null} as const
    progress.begin({...planOf(step('order', {})), diagnostics: [refusal]}, true)
    expect(folded).toEqual([['Plan: 1 step, not carried out', [`~ ${WHERE}: put in order`]]])
    expect(await after(60)).toEqual([])
  })

  test('without steps has no line, because the verdict says so', () => {
    progress.begin(EMPTY_PLAN, true)
    progress.begin(EMPTY_PLAN, false)
    expect([lines, folded]).toEqual([[], []])
  })
})

describe('A step', () => {
  test('has one line, when it ends', () => {
    const version = {noun: 'version', name: '2.0.0', locale: null, place: null}
    progress.ended(step('create', version), DONE)
    const steps = [
      upload('1.png', 50_000),
      {...upload('2.png', 50_000), action: 'replace'} as const,
      step('delete', {name: '2.png'}),
      step('order', {}),
    ]
    work(...steps)
    for (const each of steps) progress.ended(each, DONE)
    expect(lines).toEqual([
      '✓ created version 2.0.0',
      `✓ ${WHERE}: uploaded 1.png (50 kB)`,
      `✓ ${WHERE}: replaced 2.png (50 kB)`,
      `✓ ${WHERE}: deleted the old 2.png`,
      `✓ ${WHERE}: put in order`,
    ])
  })

  test('has a speed if its bytes were under way for a second, however long it had to queue', async () => {
    const [large, small] = [upload('1.mp4', 20_000_000), upload('2.png', 50_000)]
    work(large, small)
    await after(60)
    for (const {subject} of [large, small]) {
      const file = `${WORKSPACE}/${subject.file?.path}`
      progress.sent(file, 25_000)
      // oxlint-disable-next-line no-await-in-loop -- time goes by
      await after(subject.name === '1.mp4' ? 10 : 0.9)
      progress.sent(file, 25_000)
    }
    lines.length = 0
    progress.ended(large, DONE)
    progress.ended(small, DONE)
    expect(lines).toEqual([
      `✓ ${WHERE}: uploaded 1.mp4 (20 MB in 10 s, 2 MB/s)`,
      `✓ ${WHERE}: uploaded 2.png (50 kB)`,
    ])
  })

  test('says for how long Apple was waited for, if that was long and nothing else was done', async () => {
    const [slow, slower] = [upload('1.png'), upload('2.png')]
    work(slow, slower)
    progress.processing(['1.png'])
    await after(600)
    progress.processing(['2.png'])
    await after(20)
    progress.ended(slow, DONE)
    await after(400)
    progress.ended(slower, DONE)
    expect(lines.filter((line) => line.startsWith('✓'))).toEqual([
      `✓ ${WHERE}: uploaded 1.png (1 kB)`,
      `✓ ${WHERE}: uploaded 2.png (1 kB), accepted by Apple after 7 min`,
    ])
  })

  test('that fails names its code, and those that fail for the same reason are counted at the end', () => {
    const steps = Array.from({length: 14}, (_, index) => upload(`${index + 1}.png`))
    work(...steps)
    for (const each of steps) progress.ended(each, failed('IMAGE_ALPHA'))
    progress.ended(upload('15.png'), failed('STILL_PROCESSING', 'unfinished'))
    expect(lines).toEqual([
      `✗ ${WHERE}: could not upload 1.png (IMAGE_ALPHA)`,
      `✗ ${WHERE}: uploaded 15.png (STILL_PROCESSING)`,
    ])
    progress.stop()
    expect(lines.slice(2)).toEqual([
      '✗ 13 more steps failed for the same reason (IMAGE_ALPHA): 2.png, 3.png, 4.png, 5.png, 6.png, 7.png, 8.png, 9.png, 10.png, 11.png, 3 more',
    ])
  })

  test('that is not done is listed as planned, whichever ended first', () => {
    const steps = ['1.png', '2.png', '3.png'].map((name) => upload(name))
    work(...steps)
    for (const each of steps.toReversed()) progress.ended(each, failed('CANCELLED'))
    progress.stop()
    expect(lines).toEqual(['✗ 3 steps not done: 1.png, 2.png, 3.png'])
  })

  test('that is skipped or cancelled is one of those in a single line', () => {
    progress.ended(upload('1.png'), failed('SKIPPED', 'skipped'))
    progress.ended(upload('2.png'), failed('CANCELLED'))
    progress.ended(step('order', {}), failed('CANCELLED'))
    expect(lines).toEqual([])
    progress.stop()
    expect(lines).toEqual(['✗ 3 steps not done: 1.png, 2.png, put in order'])
  })
})

describe('While files are sent', () => {
  test('the log says how far it is after five seconds, and then every half minute', async () => {
    work(upload('1.mp4', 90_000_000), upload('2.mp4', 30_000_000))
    const said: (readonly [second: number, line: string])[] = []
    for (let second = 1; second <= 70; second += 1) {
      progress.sent('1.mp4', 1_000_000)
      // oxlint-disable-next-line no-await-in-loop -- time goes by
      for (const line of await after(1)) said.push([second, line])
    }
    expect(said).toEqual([
      [6, 'Uploading: 0 of 2 files, 6 MB of 120 MB, 1 MB/s, about 1 min 54 s left.'],
      [30, 'Uploading: 0 of 2 files, 30 MB of 120 MB, 1 MB/s, about 1 min 30 s left.'],
      [60, 'Uploading: 0 of 2 files, 60 MB of 120 MB, 1 MB/s, about 1 min left.'],
    ])
  })

  test('a step that ends is worth more than how far it is', async () => {
    const steps = Array.from({length: 6}, (_, index) => upload(`${index}.png`))
    work(...steps)
    progress.sent('1.png', 1000)
    for (const each of steps.slice(0, 5)) {
      // oxlint-disable-next-line no-await-in-loop -- time goes by
      await after(4)
      progress.ended(each, DONE)
    }
    expect(lines.map((line) => line[0])).toEqual(['✓', '✓', '✓', '✓', '✓'])
  })

  test('files that Apple processes count as sent, and a version made before as none', async () => {
    const steps = [upload('1.png', 500_000), upload('2.png', 500_000)]
    progress.ended(step('create', {noun: 'version', name: '2.0.0'}), DONE)
    work(...steps)
    progress.sent('1.png', 500_000)
    progress.processing(['1.png'])
    expect(await after(6)).toEqual(['Uploading: 1 of 2 files, 500 kB of 1 MB.'])
  })

  test('steps without bytes are counted', async () => {
    const [one, two] = [step('update', {name: 'a'}), step('update', {name: 'b'})]
    work(one, two)
    progress.ended(one, DONE)
    lines.length = 0
    expect(await after(6)).toEqual(['Working: 1 of 2 steps done.'])
  })
})

describe('While Apple is waited for', () => {
  test('the log says for what and for how long, every half minute and without a speed', async () => {
    const steps = ['tour.mp4', '1.png', '2.png', '3.png'].map((name) => upload(name, 1_000_000))
    work(...steps)
    progress.sent('tour.mp4', 4_000_000)
    const waits = steps.map(({subject}) => progress.processing([subject.name]))
    expect(await after(6)).toEqual(['Uploaded. Waiting for Apple to process tour.mp4 and 3 more.'])
    expect(await after(60)).toEqual([
      'Uploaded. Waiting for Apple to process tour.mp4 and 3 more, 30 s so far.',
      'Uploaded. Waiting for Apple to process tour.mp4 and 3 more, 1 min so far.',
    ])
    for (const [index, wait] of waits.entries()) {
      if (index === 0) continue
      wait[Symbol.dispose]()
      progress.ended(steps[index] ?? upload(''), DONE)
    }
    lines.length = 0
    expect(await after(60)).toEqual([
      'Uploaded. Waiting for Apple to process tour.mp4, 1 min 30 s so far.',
      'Uploaded. Waiting for Apple to process tour.mp4, 2 min so far.',
    ])
  })

  test('before anything is planned, the log says that an earlier upload is waited for', async () => {
    for (let looks = 0; looks < 4; looks += 1) {
      const wait = progress.processing(['1.png', '2.png'])
      // oxlint-disable-next-line no-await-in-loop -- time goes by
      await after(9)
      wait[Symbol.dispose]()
    }
    expect(lines).toEqual([
      'Waiting for Apple to process 1.png and 1 more from an earlier upload.',
      'Waiting for Apple to process 1.png and 1 more from an earlier upload, 30 s so far.',
    ])
  })
})

describe('A pause', () => {
  const hold = {why: "App Store Connect's rate limit is reached", until: '01:49:22 UTC'}

  test('has no line if it is over within five seconds', async () => {
    const pause = progress.held(hold)
    await after(5)
    pause[Symbol.dispose]()
    expect(await after(60)).toEqual([])
    expect(lines).toEqual([])
  })

  test('is told once after five seconds of silence, with its end', async () => {
    progress.held(hold)
    await after(3)
    progress.tell('Something else.')
    expect(await after(4)).toEqual([])
    expect(await after(600)).toEqual([`${hold.why}: waiting until 01:49:22 UTC.`])
  })

  test('has no speed beside it, and the speed after it does not count it', async () => {
    work(upload('1.mp4', 100_000_000))
    progress.sent('1.mp4', 10_000_000)
    await after(10)
    const pause = progress.held(hold)
    expect((await after(100)).join()).not.toMatch(/\/s|left/)
    pause[Symbol.dispose]()
    await after(1)
    progress.sent('1.mp4', 20_000_000)
    const [line] = await after(5)
    expect(line).toMatch(/^Uploading: 0 of 1 file, 30 MB of 100 MB, [45](?:\.\d+)? MB\/s, about/)
  })

  test('that is told does not repeat between two of its kind what was going on', async () => {
    work(upload('1.mp4', 100_000_000))
    for (let time = 0; time < 3; time += 1) {
      const pause = progress.held({...hold, until: `01:49:0${time} UTC`})
      // oxlint-disable-next-line no-await-in-loop -- time goes by
      await after(60)
      pause[Symbol.dispose]()
      // oxlint-disable-next-line no-await-in-loop
      await after(2)
    }
    expect(lines).toEqual([0, 1, 2].map((at) => `${hold.why}: waiting until 01:49:0${at} UTC.`))
  })
})

describe('A request that is tried again', () => {
  test('is told after five seconds, and every half minute that it lasts', async () => {
    const trouble = progress.held({why: 'App Store Connect answered 503', until: null})
    progress.held({why: 'Another one', until: null})
    expect(await after(6)).toEqual(['App Store Connect answered 503. Trying again.'])
    expect(await after(27)).toEqual(['App Store Connect answered 503. Trying again, 30 s so far.'])
    trouble[Symbol.dispose]()
    expect(await after(6)).toEqual(['Another one. Trying again, 30 s so far.'])
  })
})

test('API requests are counted', () => {
  progress.requested()
  progress.requested()
  expect(progress.requests()).toBe(2)
})

test('Nothing is logged after the end', async () => {
  progress.held({why: 'App Store Connect answered 503', until: null})
  progress.stop()
  expect(await after(60)).toEqual([])
})
