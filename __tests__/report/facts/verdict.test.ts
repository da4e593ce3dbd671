import {describe, expect, test} from '@jest/globals'

import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import {count, countPlaces} from '../../../src/report/facts/counts.ts'
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

describe('the verdict of a run', () => {
  test('tells what it would do to files, and what it did', () => {
    const run = plannedRun([set], store)
    expect(verdictOf(run)).toEqual({
      level: 'success',
      sentence: 'To do: upload 1, replace 1, delete 2 in 1 locale, 1 unchanged; 7 API requests.',
    })
    expect(verdictOf(done(run)).sentence).toBe(
      'Version 2.1.0 shows this folder: 1 uploaded, 1 replaced, 2 deleted in 1 locale, 1 unchanged.',
    )
  })

  test('names new locales and not the sets that they get', () => {
    const run = plannedRun([set, desiredSet('ja', PHONE, ['1.png'])], store)
    expect(verdictOf(run).sentence).toMatch(/^To do: create 1 locale, upload 2, replace 1/)
    expect(verdictOf(done(run)).sentence).toContain('1 locale created, 2 uploaded')
  })

  test('names the texts of a run that changes nothing else', () => {
    expect(verdictOf(textRun(['en-US', 'ja'])).sentence).toBe(
      'To do: set 2 texts in 2 locales; 2 API requests.',
    )
    expect(verdictOf(textRun(['en-US'], 'sync')).sentence).toBe(
      'Version 2.1.0 shows this folder: 1 text set in 1 locale.',
    )
  })

  test.each([
    ['create', 'set', 'create 1 set'],
    ['create', 'version', 'create 1 version'],
    ['upload', 'screenshot', 'upload 1'],
    ['replace', 'screenshot', 'replace 1'],
    ['delete', 'screenshot', 'delete 1'],
    ['update', 'poster frame', 'set 1 poster frame'],
    ['order', 'set', 'reorder 1 set'],
    ['submit', 'version', 'submit 1 version'],
  ] as const)('never says nothing: %s %s', (action, noun, words) => {
    const subject = {noun, name: '', locale: null, place: 'p', file: null}
    const steps = [stepOf({id: '1', action, subject})]
    const run: Run = {...EMPTY_RUN, mode: 'plan', plan: {steps, settled: [], diagnostics: []}}
    expect(verdictOf(run).sentence).toMatch(new RegExp(`^To do: ${words};`))
  })

  test('says that all is there where nothing is to do, and not where something waits', () => {
    const same = new Map([[set.id, set.files.map(({name}) => asset('en-US', PHONE, name))]])
    const run = plannedRun([set], same)
    expect(verdictOf(run).sentence).toBe('Nothing to do: all 3 files are in place already.')
    const waiting = {...run, views: [galleryOf([set])]}
    expect(verdictOf(waiting).sentence).toBe('Nothing to do for now.')
    const texts = {
      ...run,
      views: [...run.views, textsOf('en-US', [textField({state: 'unchanged'})])],
    }
    expect(verdictOf(texts).sentence).toBe('Nothing to do: all 4 files are in place already.')
  })

  test('counts the files of every section that are ready', () => {
    const views = [galleryOf([set]), textsOf('ja', [textField({state: 'file', before: null})])]
    expect(verdictOf({...EMPTY_RUN, mode: 'validate', views}).sentence).toBe(
      '4 files in 2 locales are ready for the App Store.',
    )
  })

  test('does not claim that files are in place where a text is not', () => {
    const run = textRun(['en-US', 'ja'], 'sync')
    expect(verdictOf(failing(run, 'set-text:ja'))).toEqual({
      level: 'failure',
      sentence: '1 of 2 steps is not done; 1 text set in 1 locale.',
    })
  })

  test('tells a failed deletion though all files are there, and a failed file', () => {
    const run = done(plannedRun([set], store))
    const deletion = failing(run, 'delete:en-US/APP_IPHONE_67/en-US-APP_IPHONE_67-x.png')
    expect(verdictOf(deletion).sentence).toBe('All files are in place, but 1 other step failed.')
    const upload = failing(run, 'upload:en-US/APP_IPHONE_67/3.png')
    expect(verdictOf(upload).sentence).toBe(
      '1 of 3 files is not in place; 1 uploaded, 1 unchanged.',
    )
  })

  test('is why the run ended, in one sentence or two', () => {
    const failure = diagnosticOf({what: 'the key is no key', next: 'make another'})
    expect(verdictOf({...EMPTY_RUN, failure}).sentence).toBe('The key is no key. Make another.')
  })
})

test('Counts of places add up to the counts of the run', () => {
  const other = desiredSet('ja', PHONE, ['1.png', '2.png'])
  const run = done(plannedRun([set, other], store))
  expect(count(run)).toEqual({
    uploaded: 4,
    replaced: 1,
    deleted: 2,
    reordered: 0,
    unchanged: 1,
    failed: 0,
  })
  expect(Object.fromEntries(countPlaces(run))).toEqual({
    [set.id]: {uploaded: 2, replaced: 1, deleted: 2, reordered: 0, unchanged: 1, failed: 0},
    [other.id]: {uploaded: 2, replaced: 0, deleted: 0, reordered: 0, unchanged: 0, failed: 0},
  })
})
