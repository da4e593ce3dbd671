import {execFileSync} from 'node:child_process'

import {expect, test} from '@jest/globals'

import {CANCELLED} from '../../../src/core/results.ts'
import {EMPTY_RUN} from '../../../src/core/run.ts'
import {diagnosticsOf, grouped} from '../../../src/report/facts/diagnostics.ts'
import {verdictOf} from '../../../src/report/facts/verdict.ts'
import {renderPage} from '../../../src/report/html/page.ts'
import {renderSummary} from '../../../src/report/markdown/summary.ts'
import {CONTEXT} from '../html/sample-context.ts'
import {carriedOut} from '../markdown/carried-out.ts'
import {PHONE} from '../sample-plan.ts'
import {asset, desiredSet, diagnosticOf, plannedRun} from '../sample-run.ts'

const set = desiredSet('en-US', PHONE, ['1.png', '2.png'])
const upload = `upload:${set.id}/2.png`
const run = plannedRun([set], new Map([[set.id, [asset('en-US', PHONE, '1.png')]]]))

test('A diagnostic is about a file, a place, what a step does, or the run as a whole', () => {
  const about = [
    {path: 'a.txt', line: 3},
    {place: 'en-US/APP_IPHONE_67'},
    {step: upload},
    {step: 'create-localization:ja'},
    null,
  ]
  const more = plannedRun([set, desiredSet('ja', PHONE, ['1.png'])], new Map([[set.id, []]]))
  const diagnostics = about.map((each) => diagnosticOf({about: each}))
  const {problems} = diagnosticsOf({...more, diagnostics})
  expect(
    problems.map(({title, path, line, place, step}) => [title, path, line, place, step]),
  ).toEqual([
    ['a.txt', 'a.txt', 3, null, null],
    ['en-US/APP_IPHONE_67', null, null, 'en-US/APP_IPHONE_67', null],
    [set.files[1]?.path, set.files[1]?.path, null, null, upload],
    ['create locale ja', null, null, null, 'create-localization:ja'],
    ['', null, null, null, null],
  ])
})

test('What the plan says beside its steps is good to know, and its errors are problems', () => {
  const plan = run.plan && {
    ...run.plan,
    diagnostics: [diagnosticOf({severity: 'warning', code: 'w'}), diagnosticOf({code: 'e'})],
  }
  const diagnostics = [
    diagnosticOf({severity: 'note', code: 'n'}),
    diagnosticOf({severity: 'warning', code: 'f'}),
  ]
  const {problems, remarks} = diagnosticsOf({...run, plan, diagnostics})
  expect(problems.map(({code}) => code)).toEqual(['f', 'e'])
  expect(remarks.map(({code}) => code)).toEqual(['w', 'n'])
})

test('A file that somebody removed during the run is a failed file, and no problem of the folder', () => {
  const path = set.files[0]?.path ?? ''
  const lost = diagnosticOf({what: 'It is gone.', next: '', about: {path}})
  const plan = run.plan && {
    ...run.plan,
    settled: run.plan.settled.map((each) => ({...each, state: 'lost' as const})),
  }
  const results = new Map([[upload, {status: 'done', resourceId: '2'} as const]])
  const ended = {...run, mode: 'sync' as const, plan, results, diagnostics: [lost]}
  const {problems, files} = diagnosticsOf(ended)
  expect(problems).toEqual([])
  expect(files.map(({title, message}) => [title, message])).toEqual([[path, 'It is gone.']])
  expect(verdictOf(ended).sentence).toBe('1 of 2 files failed. 1 new.')
})

test('What was not sent because something else failed is a consequence, and no failure of its own', () => {
  const failure = diagnosticOf({what: 'It needs another one.'})
  const results = new Map([['create-localization:en-US', {status: 'skipped', failure} as const]])
  const none = plannedRun([set], new Map())
  const {files, notSent, steps} = diagnosticsOf({...none, mode: 'sync', results})
  expect(files).toEqual([])
  expect(notSent).toEqual(set.files.map(({path}) => path))
  expect(steps).toEqual([])
})

test('What failed for the reason of the whole run is a consequence, so that summary and page give that reason once', () => {
  const failure = diagnosticOf({code: CANCELLED, what: 'The run was cancelled.', next: ''})
  const failed = carriedOut(plannedRun([set], new Map()), () => ({status: 'failed', failure}))
  const ended = {...failed, failure}
  const {files, steps, notSent, notDone} = diagnosticsOf(ended)
  expect([files, steps]).toEqual([[], []])
  expect(notSent).toEqual(set.files.map(({path}) => path))
  expect(notDone.length).toBeGreaterThan(0)
  for (const text of [renderSummary(ended), renderPage(ended, new Map(), CONTEXT)]) {
    expect(text.split('The run was cancelled').length - 1).toBe(1)
  }
  // What a step that was tried could not do is a failure of its own.
  const other = diagnosticOf({code: 'OTHER', what: 'It broke.', next: ''})
  const broken = carriedOut(plannedRun([set], new Map()), () => ({
    status: 'failed',
    failure: other,
  }))
  expect(diagnosticsOf({...broken, failure}).notDone).toEqual([])
})

function wordsOf(what: string, next: string): string | undefined {
  return diagnosticsOf({...EMPTY_RUN, diagnostics: [diagnosticOf({what, next})]}).problems[0]
    ?.message
}

test('Words end as sentences, whether or not they have their full stop', () => {
  expect(wordsOf('is odd', 'fix it')).toBe('is odd. Fix it.')
  expect(wordsOf('Apple said no.', 'Ask again.')).toBe('Apple said no. Ask again.')
  expect(wordsOf('is `a` (b)', 'do you mean `c`?')).toBe('is `a` (b). Do you mean `c`?')
  expect(wordsOf('Nothing to do about it', '')).toBe('Nothing to do about it.')
})

test('The same finding is one, with all that it is about', () => {
  const diagnostics = ['a', 'b'].map((path) => diagnosticOf({about: {path}}))
  const {problems} = diagnosticsOf({...EMPTY_RUN, diagnostics: [...diagnostics, diagnosticOf({})]})
  expect(grouped(problems)).toEqual([
    {
      severity: 'error',
      what: 'is odd',
      next: 'look',
      message: 'is odd. Look.',
      titles: ['a', 'b'],
      command: null,
      diagnostics: problems,
    },
  ])
})

test('One command fixes all files with the same finding, whatever their names', () => {
  const paths = ['a/1.png', 'it is.png', "it's.png", '$(reboot).png']
  const diagnostics = paths.map((path) => diagnosticOf({about: {path}, command: 'printf %s:'}))
  const [group] = grouped(diagnosticsOf({...EMPTY_RUN, diagnostics}).problems)
  const command = group?.command ?? ''
  expect(execFileSync('sh', ['-c', command.replace('%s:', "'%s:'")]).toString()).toBe(
    paths.map((path) => `${path}:`).join(''),
  )
})
