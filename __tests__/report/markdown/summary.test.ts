import {describe, expect, test} from '@jest/globals'

import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import type {StepResult} from '../../../src/core/results.ts'
import {renderSummary} from '../../../src/report/markdown/summary.ts'
import {show} from '../../helpers/shown-summary.ts'
import {PHONE} from '../sample-plan.ts'
import {asset, desiredSet, diagnosticOf, plannedRun} from '../sample-run.ts'
import {carriedOut, rejection} from './carried-out.ts'

const REASON = '<b>IMAGE_ALPHA_NOT_ALLOWED</b> '.repeat(20)

/** A run in which every file of many sets failed, with long names and long reasons. */
function failedRun(sets: number, reasonOf: (index: number) => string): Run {
  const names = Array.from(
    {length: 10},
    (_, number) => `${number} ${'screenshot | of a `long` name '.repeat(5)}.png`,
  )
  const all = Array.from({length: sets}, (_, index) => desiredSet(`l${index}`, PHONE, names))
  const {views, plan} = plannedRun(all, new Map())
  const sent = (plan?.steps ?? []).filter(({action}) => action === 'upload')
  const results = new Map(
    sent.map(({id}, index): [string, StepResult] => {
      const what = `Apple rejected the file: ${reasonOf(index)}`
      const failure = diagnosticOf({what, next: 'Save the image without an alpha channel.'})
      return [id, {status: 'rejected', failure}]
    }),
  )
  return {...EMPTY_RUN, views, plan, results}
}

describe('The summary of failures', () => {
  test('of 2,000 files for as many reasons stays under 900 KiB, keeps its verdict first, and says what it left out', () => {
    const summary = renderSummary(failedRun(200, (index) => `${index} ${REASON}`))
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024)
    expect(summary.split('\n')[0]).toMatch(/^### ❌ 2000 of 2000 files failed/)
    expect(summary).toMatch(/Shortened: \d+ details left out/)
    expect(summary).not.toContain('<b>IMAGE')
    for (const tag of ['table', 'details'])
      expect(openings(summary, tag)).toBe(closings(summary, tag))
  })

  test('leaves nothing out if it fits, and has one fix for all', () => {
    const summary = renderSummary(failedRun(2, (index) => `${index} ${REASON}`))
    expect(summary).not.toContain('Shortened')
    expect(summary.match(/^<tr><td><code/gm)).toHaveLength(20)
    expect(summary.match(/Save the image without/g)).toHaveLength(1)
  })

  test('says one reason of many files once', () => {
    const summary = renderSummary(failedRun(200, () => REASON))
    expect(summary.match(/Apple rejected the file/g)).toHaveLength(1)
    expect(summary).toContain('<summary>2000 files</summary>')
    expect(summary).toContain('and 1800 more')
  })

  test('folds what was not tried into one line, and says why the run stopped only once', () => {
    const set = desiredSet('ja', PHONE, ['1.png', '2.png', '3.png'])
    const cancelled = diagnosticOf({
      code: 'CANCELLED',
      what: 'The run was cancelled.',
      next: 'the next one picks up where it left off',
    })
    const run = carriedOut(plannedRun([set], new Map()), ({action, subject}) =>
      action !== 'upload'
        ? null
        : subject.name === '1.png'
          ? rejection()
          : {status: 'failed', failure: cancelled},
    )
    const summary = renderSummary({...run, failure: cancelled})
    expect(summary.match(/run was cancelled/g)).toHaveLength(1)
    expect(summary.split('\n')[0]).toContain('The run was cancelled.')
    expect(summary).toContain('<details><summary>2 files not uploaded</summary>')
    expect(summary.match(/Apple rejected the file/g)).toHaveLength(1)
  })
})

describe('What the store shows', () => {
  const set = desiredSet('ja', PHONE, ['1.png', '2.png', '3.png'])
  const older = ['1.png', '2.png', 'x.png'].map((name) => asset('ja', PHONE, name, 'older'))
  const plan = plannedRun([set], new Map([[set.id, older]]))

  test('is only told after a sync: a plan says what would change', () => {
    expect(renderSummary(plan)).not.toContain('What version')
    expect(renderSummary(carriedOut(plan))).toContain('#### What version 2.1.0 shows')
  })

  test('includes the old picture of a rejected replacement, and says that it stays', () => {
    const rejected = carriedOut(plan, ({action, subject}) => {
      if (subject.name !== '2.png') return null
      return action === 'replace' ? rejection() : {status: 'skipped', failure: diagnosticOf({})}
    })
    const [, now = ''] = renderSummary(rejected).split('#### What version')
    expect(now).toContain('<details open><summary>ja</summary>')
    expect(show(now).text).toContain('2.png Rejected: the old picture stays live.')
    // Apple appends what is sent.
    expect(show(now).pictures.map((url) => decodeURIComponent(url))).toEqual([
      expect.stringContaining('/ja-APP_IPHONE_67-2.png/'),
      expect.stringContaining('/made by upload:ja/APP_IPHONE_67/1.png/'),
      expect.stringContaining('/made by upload:ja/APP_IPHONE_67/3.png/'),
    ])
  })
})

function about(paths: readonly string[], more: Partial<Diagnostic> = {}): readonly Diagnostic[] {
  return paths.map((path) => diagnosticOf({severity: 'warning', about: {path}, ...more}))
}

describe('Problems', () => {
  test('of the same kind on many files are one row, and a note is no problem', () => {
    const summary = renderSummary({
      ...EMPTY_RUN,
      diagnostics: [
        ...about(['a', 'b', 'c', 'd']),
        ...about(['e', 'f'], {what: 'is odder', next: 'look twice'}),
        ...about(['g'], {severity: 'note', what: 'is nice'}),
      ],
    })
    expect(summary.split('\n').filter((line) => /^(?:<tr>|- )/.test(line))).toEqual([
      '<tr><td><details><summary>4 files</summary><code>a</code><br><code>b</code><br><code>c</code><br><code>d</code></details></td><td>Is odd</td><td>Look.</td></tr>',
      '<tr><td><code>e</code><br><code>f</code></td><td>Is odder</td><td>Look twice.</td></tr>',
      '- <code>g</code>: is nice. Look.',
    ])
    expect(summary.indexOf('#### Good to know')).toBeGreaterThan(summary.indexOf('odder'))
  })

  test('on very many files name the first of them', () => {
    const diagnostics = Array.from({length: 20_000}, (_, index) =>
      diagnosticOf({about: {path: `screenshots/${index}.png`}}),
    )
    const summary = renderSummary({...EMPTY_RUN, diagnostics})
    expect(summary).toContain('<summary>20000 files</summary>')
    expect(summary).toContain('and 19800 more')
  })

  test('have short names in the table, and one command that fixes all of a kind', () => {
    const paths = ['en-US/iphone-6.9/02.png', "ja/iphone-6.9/it's.png"]
    const summary = renderSummary({
      ...EMPTY_RUN,
      diagnostics: about(
        paths.map((path) => `screenshots/${path}`),
        {command: 'magick mogrify -alpha off'},
      ),
    })
    for (const path of paths) expect(show(summary).text).toContain(path)
    expect(show(summary).text).toContain('This fixes both files:')
    expect(show(summary).text).toContain(
      String.raw`magick mogrify -alpha off screenshots/en-US/iphone-6.9/02.png 'screenshots/ja/iphone-6.9/it'\''s.png'`,
    )
  })

  test('show words of code between backticks as code, and other backticks as they are', () => {
    const diagnostics = about(['a'], {what: 'needs `mode: sync`, not `<b>` or `a b`', next: ''})
    expect(renderSummary({...EMPTY_RUN, diagnostics})).toContain(
      '<td>Needs <code>mode: sync</code>, not <code>&#60;b&#62;</code> or &#96;a b&#96;</td>',
    )
  })

  test('have no command if a name in it could not be shown letter for letter', () => {
    const command = 'magick mogrify -alpha off'
    const summary = renderSummary({...EMPTY_RUN, diagnostics: about(['a\u202Eb.png'], {command})})
    expect(summary).not.toContain('magick')
  })
})

function openings(text: string, tag: string): number {
  return text.split(`<${tag}`).length
}

function closings(text: string, tag: string): number {
  return text.split(`</${tag}>`).length
}
