import {describe, expect, test} from '@jest/globals'

import {annotate} from '../../../src/face/log/annotations.ts'
import {logDiagnostics} from '../../../src/face/log/log-diagnostics.ts'
import type {Log} from '../../../src/face/log/log.ts'
import type {Diagnostic, FilePosition} from '../../../src/core/diagnostic.ts'
import {EMPTY_PLAN} from '../../../src/core/plan.ts'
import type {Settled} from '../../../src/core/plan.ts'
import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import type {Step} from '../../../src/core/step.ts'

const PLACE = 'en-US/APP_IPHONE_67'

const set: Step = {
  id: `create-set:${PLACE}`,
  section: 'media',
  action: 'create',
  needs: [],
  subject: {noun: 'set', name: '', locale: 'en-US', place: PLACE, file: null},
  before: null,
  after: null,
  reason: 'The store has no such set',
  cost: {writes: 1, bytes: 0},
  resource: null,
  detail: null,
}

function upload(name: string): Step {
  const file = {path: `screenshots/${PLACE}/${name}`}
  const subject = {noun: 'screenshot', name, locale: 'en-US', place: PLACE, file}
  return {...set, id: `upload:${PLACE}/${name}`, action: 'upload', needs: [set.id], subject}
}

function extra(name: string): Settled {
  const subject = {...set.subject, noun: 'screenshot', name}
  return {section: 'media', state: 'extra', subject, resourceId: name}
}

function diagnostic(overrides: Partial<Diagnostic> = {}): Diagnostic {
  return {
    severity: 'error',
    code: 'odd',
    what: 'is odd',
    next: 'make it even',
    about: {path: 'a/1.png'},
    ...overrides,
  }
}

interface Told {
  readonly level: string
  readonly message: string
  readonly at: FilePosition | undefined
}

/** What a run tells in annotations, and in lines of the log. */
function told(run: Partial<Run>) {
  const annotations: Told[] = []
  const lines: string[] = []
  const log: Log = {
    line: (message) => void lines.push(message),
    folded: () => undefined,
    annotate: (level, message, at) => void annotations.push({level, message, at}),
    fail: () => undefined,
    mostAnnotations: 9,
  }
  const whole = {...EMPTY_RUN, ...run}
  logDiagnostics(whole, log)
  annotate(whole, log)
  return {annotations, lines}
}

describe('A diagnostic is told', () => {
  test.each<[string, Diagnostic['about'], string, FilePosition | undefined]>([
    ['beside its file', {path: 'a/1.png'}, 'a/1.png: is odd. Make it even.', {path: 'a/1.png'}],
    [
      'beside its line',
      {path: 'a.txt', line: 3},
      'a.txt: is odd. Make it even.',
      {path: 'a.txt', line: 3},
    ],
    ['with its place', {place: PLACE}, `${PLACE}: is odd. Make it even.`, undefined],
    ['as a sentence', null, 'Is odd. Make it even.', undefined],
  ])('%s', (_, about, message, at) => {
    const plan = {...EMPTY_PLAN, diagnostics: [diagnostic({about, severity: 'warning'})]}
    const {annotations, lines} = told({diagnostics: [diagnostic({about})], plan})
    expect(annotations).toEqual([
      {level: 'error', message, at},
      {level: 'warning', message, at},
    ])
    expect(lines).toEqual([])
  })

  test('in the log alone if it is a note', () => {
    const note = diagnostic({severity: 'note', next: ''})
    const plan = {...EMPTY_PLAN, diagnostics: [diagnostic({...note, code: 'other', about: null})]}
    const {annotations, lines} = told({diagnostics: [note], plan})
    expect(annotations).toEqual([])
    expect(lines).toEqual(['Is odd.', 'a/1.png: is odd.'])
  })

  test('in a line of the log if there are too many to annotate, together with what is alike', () => {
    const odd = Array.from({length: 12}, (_, index) => diagnostic({about: {path: `${index}.png`}}))
    const {annotations, lines} = told({diagnostics: odd.slice(0, 9)})
    expect([annotations.length, lines]).toEqual([9, []])
    expect(told({diagnostics: odd}).lines).toEqual([
      '8.png, 9.png, 10.png, 11.png: is odd. Make it even.',
    ])
  })

  test('in a line of the log if it is a warning too many beside what only the store has', () => {
    const warnings = Array.from({length: 8}, (_, index) =>
      diagnostic({about: {path: `${index}.png`}, severity: 'warning'}),
    )
    const plan = {
      ...EMPTY_PLAN,
      settled: [extra('x.png')],
      diagnostics: [diagnostic({about: {path: 'last.png'}, severity: 'warning'})],
    }
    expect(told({diagnostics: warnings, plan}).lines).toEqual([
      'last.png: is odd. Make it even.',
      // It is one annotation too many as well.
      expect.stringMatching(/^In App Store Connect without a matching file: .*x\.png/),
    ])
  })

  test('as in its annotation if it is a step too many', () => {
    const steps = Array.from({length: 10}, (_, index) => ({...set, id: `${index}`}))
    const failure = diagnostic({what: 'It broke.', next: '', about: null})
    const results = new Map(steps.map(({id}) => [id, {status: 'failed', failure} as const]))
    const {annotations, lines} = told({
      mode: 'sync',
      plan: {...EMPTY_PLAN, steps},
      results,
    })
    const said = expect.stringMatching(/^Could not create set .+: It broke\.$/)
    expect(annotations[0]).toMatchObject({message: said})
    expect(lines).toEqual([expect.stringMatching(/^Could not create set .+, .+: It broke\.$/)])
  })
})

describe('A failure is told', () => {
  const one = upload('1.png')
  const failure = diagnostic({what: 'It broke.', next: '', about: null})
  const run = {
    plan: {...EMPTY_PLAN, steps: [set, one]},
    results: new Map([
      [set.id, {status: 'failed', failure}],
      [one.id, {status: 'skipped', failure: {...failure, what: 'Not begun.'}}],
    ] as const),
  }

  test('by what it could not do, and not again by what was skipped because of it', () => {
    expect(told(run).annotations).toEqual([
      {level: 'error', message: `Could not create set ${PLACE}: It broke.`, at: undefined},
    ])
  })

  test('once: what ended the whole run says more than what became of each step', () => {
    expect(told({...run, failure}).annotations).toEqual([])
  })
})

test('What only the store has is one warning', () => {
  const plan = {...EMPTY_PLAN, settled: [extra('x.png'), extra('y.png')]}
  expect(told({plan}).annotations).toEqual([
    {
      level: 'warning',
      message: `In App Store Connect without a matching file: ${PLACE}/x.png, ${PLACE}/y.png. Add them to the folder, or delete them with \`prune: true\`.`,
      at: undefined,
    },
  ])
})

test('GitHub shows ten of a kind: the ninth says how many more there are, and one is left for the verdict', () => {
  const many = Array.from({length: 12}, (_, index) =>
    diagnostic({about: {path: `${index}.png`}, code: `${index}`}),
  )
  const {annotations} = told({
    diagnostics: [...many, ...many.map((each) => ({...each, severity: 'warning'}) as const)],
  })
  expect(annotations).toHaveLength(18)
  for (const last of [annotations[8], annotations[17]]) {
    expect(last?.message).toBe('4 more: see the job summary.')
    expect(last?.at).toBeUndefined()
  }
})
