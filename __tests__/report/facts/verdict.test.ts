import {describe, expect, test} from '@jest/globals'

import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import {count} from '../../../src/report/facts/counts.ts'
import {verdictOf} from '../../../src/report/facts/verdict.ts'
import {PHONE} from '../sample-plan.ts'
import {asset, desiredSet, diagnosticOf, galleryOf, plannedRun} from '../sample-run.ts'
import {stepOf} from '../sample-steps.ts'
import {textField, textRun, textsOf} from '../sample-texts.ts'

const set = desiredSet('en-US', PHONE, ['1.png', '2.png', '3.png'])
const store = new Map([
  [
    set.id,
    [
      asset('en-US', PHONE, '1.png'),
      asset('en-US', PHONE, '2.png', 'older'),
      asset('en-US', PHONE, 'x.png', 'older'),
    ],
  ],
])

/** The run as it is when everything was carried out. */
function done(run: Run): Run {
  const steps = run.plan?.steps ?? []
  const results = new Map(
    steps.map(({id}) => [id, {status: 'done', resourceId: `made by ${id}`}] as const),
  )
  return {...run, mode: 'sync', results}
}

/** The run with one step that failed. */
function failing(run: Run, id: string): Run {
  const failure = diagnosticOf({what: 'Apple said no.', next: ''})
  return {...run, results: new Map([...(run.results ?? []), [id, {status: 'failed', failure}]])}
}

describe('The verdict of a run', () => {
  test('says what a viewer will see, and what it took', () => {
    const run = plannedRun([set], store)
    expect(verdictOf(run)).toEqual({
      level: 'plan',
      sentence: 'Plan: 1 new · 1 replaced · 1 removed · 1 unchanged; 6 write requests.',
    })
    expect(run.plan?.steps.reduce((sum, {cost}) => sum + cost.writes, 0)).toBe(6)
    expect(verdictOf(done(run))).toEqual({
      level: 'success',
      sentence:
        'Version 2.1.0 now matches the folder: 1 new · 1 replaced · 1 removed · 1 unchanged.',
    })
  })

  test('counts new locales, but not the sets that they get', () => {
    const run = plannedRun([set, desiredSet('ja', PHONE, ['1.png'])], store)
    const numbers = '2 new · 1 replaced · 1 removed · 1 new locale · 1 unchanged'
    expect(verdictOf(run).sentence).toContain(`: ${numbers};`)
    expect(verdictOf(done(run)).sentence).toContain(`: ${numbers}.`)
  })

  test('counts the texts of a run that changes nothing else', () => {
    expect(verdictOf(textRun(['en-US', 'ja'])).sentence).toBe(
      'Plan: 2 texts changed; 2 write requests.',
    )
    expect(verdictOf(textRun(['en-US'], 'sync')).sentence).toBe(
      'Version 2.1.0 now matches the folder: 1 text changed.',
    )
  })

  test.each([
    ['create', 'version', '1 new version'],
    ['upload', 'attachment', '1 attachment uploaded'],
    ['replace', 'attachment', '1 attachment replaced'],
    ['delete', 'attachment', '1 attachment removed'],
    ['update', 'price', '1 price changed'],
    ['submit', 'version', '1 version submitted'],
  ] as const)('counts what no view shows: %s %s', (action, noun, words) => {
    const subject = {noun, name: '', locale: null, place: 'p', file: null}
    const steps = [stepOf({id: '1', action, subject})]
    const run: Run = {...EMPTY_RUN, mode: 'plan', plan: {steps, settled: [], diagnostics: []}}
    expect(verdictOf(run).sentence).toMatch(new RegExp(`^Plan: ${words};`))
  })

  test('says that everything is there if nothing is to do, and not if something waits', () => {
    const same = new Map([[set.id, set.files.map(({name}) => asset('en-US', PHONE, name))]])
    const run = plannedRun([set], same)
    expect(verdictOf(run)).toEqual({
      level: 'success',
      sentence: 'Nothing to do: all 3 files are already in App Store Connect.',
    })
    const waiting = {...run, views: [galleryOf([set])]}
    expect(verdictOf(waiting).sentence).toBe('Nothing to do for now.')
    const texts = {
      ...run,
      views: [...run.views, textsOf('en-US', [textField({state: 'unchanged'})])],
    }
    expect(verdictOf(texts).sentence).toBe(
      'Nothing to do: all 4 files are already in App Store Connect.',
    )
  })

  test('counts the files of every section that were checked', () => {
    const views = [galleryOf([set]), textsOf('ja', [textField({state: 'file', before: null})])]
    expect(verdictOf({...EMPTY_RUN, mode: 'validate', views}).sentence).toBe(
      'No problems found in 4 files in 2 locales.',
    )
  })

  test('counts a text that could not be changed as failed', () => {
    const run = textRun(['en-US', 'ja'], 'sync')
    expect(verdictOf(failing(run, 'set-text:ja'))).toEqual({
      level: 'failure',
      sentence: '1 of 2 files failed. 1 text changed.',
    })
  })

  test('says that an old picture could not be removed, and which file failed', () => {
    const run = done(plannedRun([set], store))
    const deletion = failing(run, 'delete:en-US/APP_IPHONE_67/en-US-APP_IPHONE_67-x.png')
    expect(verdictOf(deletion).sentence).toBe(
      'Could not delete en-US/APP_IPHONE_67/x.png. 1 new · 1 replaced · 1 unchanged.',
    )
    const upload = failing(run, 'upload:en-US/APP_IPHONE_67/3.png')
    expect(verdictOf(upload).sentence).toBe(
      '1 of 3 files failed. 1 replaced · 1 removed · 1 unchanged.',
    )
  })

  test('says that more failed than files', () => {
    const both = failing(
      failing(
        done(plannedRun([set], store)),
        'delete:en-US/APP_IPHONE_67/en-US-APP_IPHONE_67-x.png',
      ),
      'upload:en-US/APP_IPHONE_67/3.png',
    )
    expect(verdictOf(both).sentence).toBe(
      '1 of 3 files failed, and 1 other step. 1 replaced · 1 unchanged.',
    )
  })

  test('says once what has no matching file, and warns of it', () => {
    const same = new Map([
      [set.id, [asset('en-US', PHONE, '1.png'), asset('en-US', PHONE, 'x.png')]],
    ])
    const one = desiredSet('en-US', PHONE, ['1.png'])
    expect(verdictOf(plannedRun([one], same, false))).toEqual({
      level: 'warning',
      sentence:
        'Nothing to do: the file is already in App Store Connect. 1 asset in the store has no matching file.',
    })
    const run = done(plannedRun([set], same, false))
    expect(verdictOf(run)).toEqual({
      level: 'warning',
      sentence:
        'Version 2.1.0 now matches the folder: 2 new · 1 without a matching file · 1 unchanged.',
    })
  })

  test.each([
    [
      'unclear',
      '1 asset stays, because App Store Connect does not say enough about it to delete safely.',
    ],
    ['undecided', 'Apple is still processing 1 file.'],
  ] as const)('warns of what is %s', (state, words) => {
    const subject = {noun: 'screenshot', name: 'x.png', locale: 'ja', place: 'p', file: null}
    const settled = [{section: 'media', state, subject, resourceId: '1'}]
    const run: Run = {...EMPTY_RUN, mode: 'plan', plan: {steps: [], settled, diagnostics: []}}
    expect(verdictOf(run).level).toBe('warning')
    expect(verdictOf(run).sentence).toMatch(new RegExp(`${words}$`))
  })

  test('says that Apple did not finish, or that not everything was done', () => {
    const run = done(plannedRun([set], store))
    const late = {
      ...run,
      views: run.views.map((view) =>
        view.shape === 'gallery'
          ? {
              ...view,
              shelves: view.shelves.map((shelf) => ({
                ...shelf,
                cards: shelf.cards.map((card) => ({...card, state: 'undecided' as const})),
              })),
            }
          : view,
      ),
    }
    expect(verdictOf(late).sentence).toMatch(/^Apple did not finish processing in time\. /)
    const skipped = {status: 'skipped', failure: diagnosticOf({})} as const
    const texts = textRun(['en-US'], 'sync')
    const open = new Map([...(texts.results ?? [])].map(([id]) => [id, skipped]))
    expect(verdictOf({...texts, results: open}).sentence).toBe(
      'Not everything was done. 1 not done.',
    )
  })

  test('has nothing to compare if the folder has nothing', () => {
    const plan = {steps: [], settled: [], diagnostics: []}
    expect(verdictOf({...EMPTY_RUN, mode: 'plan', plan}).sentence).toBe(
      'Nothing to do: the folder has nothing to compare.',
    )
  })

  test('is why the run ended, and how far it came', () => {
    const failure = diagnosticOf({what: 'the key is no key', next: 'make another'})
    expect(verdictOf({...EMPTY_RUN, failure}).sentence).toBe('The key is no key. Make another.')
    const run = done(plannedRun([set], store))
    const [first] = run.results ?? []
    const cancelled = {...run, failure, results: new Map(first === undefined ? [] : [first])}
    expect(verdictOf(cancelled).sentence).toBe(
      'The key is no key. Make another. 1 replaced · 2 not done · 1 unchanged.',
    )
  })
})

test('The outputs count every step that was done, also the deletion of what is replaced', () => {
  const other = desiredSet('ja', PHONE, ['1.png', '2.png'])
  const run = done(plannedRun([set, other], store))
  expect(count(run)).toEqual({
    uploaded: 4,
    deleted: 2,
    reordered: 0,
    unchanged: 1,
    failed: 0,
  })
})
