import {expect, test} from '@jest/globals'
import {NOT_BEGUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import type {DesiredSet} from '../../../src/sections/media/listing.ts'
import {planListing} from '../../../src/sections/media/plan/plan-listing.ts'
import {renderSummary} from '../../../src/report/markdown/summary.ts'

const content = {size: 1000, md5: '0'.repeat(32), sha256: '0'.repeat(64)}

/** A run in which every file of many sets failed, with long names and long reasons. */
function failedRun(sets: number): Run {
  const listing = {sets: Array.from({length: sets}, (_, index) => setOf(index))}
  const plan = planListing(
    listing,
    {app: {id: '1', bundleId: 'com.example.app'}, version: null, localizations: []},
    {platform: 'IOS', createVersion: null, prune: false, waits: true},
  )
  const failure = {
    message: `Apple rejected the file: ${'<b>IMAGE_ALPHA_NOT_ALLOWED</b> '.repeat(20)}`,
    remedy: 'Save the image without an alpha channel.',
  }
  const results = new Map(plan.steps.map(({id}) => [id, {status: 'failed', failure} as const]))
  return {...NOT_BEGUN, listing, plan, results}
}

function setOf(index: number): DesiredSet {
  const [locale, type] = [`l${index}`, 'APP_IPHONE_67']
  const folder = `screenshots/${locale}/${type}`
  return {
    id: `${locale}/${type}`,
    medium: 'screenshot',
    locale,
    type,
    folder,
    files: Array.from({length: 10}, (_, number) => {
      const name = `${number} ${'screenshot | of a `long` name '.repeat(5)}.png`
      return {
        name,
        path: `${folder}/${name}`,
        content,
        pixels: null,
        mimeType: 'image/png',
        poster: null,
      }
    }),
  }
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

test('One finding on many files is one folded line, and a note is no problem', () => {
  const problem = {severity: 'warning', code: 'x', finding: 'is odd', expectation: 'look'} as const
  const about = (paths: readonly string[], more: object = {}) =>
    paths.map((path) => ({...problem, ...more, path}))
  const summary = renderSummary({
    ...NOT_BEGUN,
    problems: [
      ...about(['a', 'b', 'c', 'd']),
      ...about(['e', 'f'], {finding: 'is odder'}),
      ...about(['g'], {severity: 'note', finding: 'is nice'}),
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
  const problems = Array.from({length: 20_000}, (_, index) => ({
    severity: 'error' as const,
    code: 'x',
    finding: 'is odd',
    expectation: 'look',
    path: `screenshots/${index}.png`,
  }))
  const summary = renderSummary({...NOT_BEGUN, problems})
  expect(summary).toContain('Is odd. Look.<details><summary>Show all 20000</summary>')
  expect(summary).toContain('and 19800 more')
})
