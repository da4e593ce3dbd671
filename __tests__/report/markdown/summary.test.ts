import {expect, test} from '@jest/globals'

import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import {renderSummary} from '../../../src/report/markdown/summary.ts'
import {PHONE} from '../sample-plan.ts'
import {desiredSet, diagnosticOf, plannedRun} from '../sample-run.ts'

/** A run in which every file of many sets failed, with long names and long reasons. */
function failedRun(sets: number): Run {
  const names = Array.from(
    {length: 10},
    (_, number) => `${number} ${'screenshot | of a `long` name '.repeat(5)}.png`,
  )
  const all = Array.from({length: sets}, (_, index) => desiredSet(`l${index}`, PHONE, names))
  const {views, plan} = plannedRun(all, new Map())
  const failure = diagnosticOf({
    what: `Apple rejected the file: ${'<b>IMAGE_ALPHA_NOT_ALLOWED</b> '.repeat(20)}`,
    next: 'Save the image without an alpha channel.',
  })
  const sent = (plan?.steps ?? []).filter(({action}) => action === 'upload')
  const results = new Map(sent.map(({id}) => [id, {status: 'failed', failure} as const]))
  return {...EMPTY_RUN, views, plan, results}
}

test('The summary of 2,000 failed files stays under 900 KiB, keeps its verdict first, and says what it left out', () => {
  const summary = renderSummary(failedRun(200))
  expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024)
  expect(summary.split('\n')[0]).toMatch(/^### ❌ 2000 of 2000 files are not in place/)
  expect(summary).toMatch(/Shortened: \d+ details left out/)
  expect(summary).not.toContain('<b>IMAGE')
  expect(summary.match(/<table>/g)).toHaveLength(summary.match(/<\/table>/g)?.length ?? 0)
})

test('A summary that fits leaves nothing out', () => {
  const summary = renderSummary(failedRun(2))
  expect(summary).not.toContain('Shortened')
  expect(summary.match(/^- <code>/gm)).toHaveLength(20)
})

function about(paths: readonly string[], more: Partial<Diagnostic> = {}): readonly Diagnostic[] {
  return paths.map((path) => diagnosticOf({severity: 'warning', about: {path}, ...more}))
}

test('One finding on many files is one folded line, and a note is no problem', () => {
  const summary = renderSummary({
    ...EMPTY_RUN,
    diagnostics: [
      ...about(['a', 'b', 'c', 'd']),
      ...about(['e', 'f'], {what: 'is odder'}),
      ...about(['g'], {severity: 'note', what: 'is nice'}),
    ],
  })
  expect(summary.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- ⚠️ Is odd. Look.<details><summary>Show all 4</summary><code>a</code><br><code>b</code><br><code>c</code><br><code>d</code></details>',
    '- ⚠️ <code>e</code>, <code>f</code><br>is odder. Look.',
    '- <code>g</code><br>is nice. Look.',
  ])
  expect(summary.indexOf('#### Good to know')).toBeGreaterThan(summary.indexOf('odder'))
})

test('A finding on very many files names the first of them', () => {
  const diagnostics = Array.from({length: 20_000}, (_, index) =>
    diagnosticOf({about: {path: `screenshots/${index}.png`}}),
  )
  const summary = renderSummary({...EMPTY_RUN, diagnostics})
  expect(summary).toContain('Is odd. Look.<details><summary>Show all 20000</summary>')
  expect(summary).toContain('and 19800 more')
})
