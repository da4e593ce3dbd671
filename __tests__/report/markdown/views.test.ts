import {describe, expect, test} from '@jest/globals'

import {asLine} from '../../../src/report/escape.ts'
import {renderComment} from '../../../src/report/markdown/comment.ts'
import {renderSummary} from '../../../src/report/markdown/summary.ts'
import {EVIL_TEXTS} from '../../end-to-end/hostile/evil-texts.ts'
import {ELEMENTS_WE_MEAN, show} from '../../helpers/shown-summary.ts'
import {diagnosticOf} from '../sample-run.ts'
import {CHECKLIST, textField, textRun, textsOf} from '../sample-texts.ts'

const run = textRun(['en-US'])
const comment = {marker: '<!-- x -->', commit: 'abc', runUrl: 'https://ci.example'}

describe('texts', () => {
  test('are told before and after, in the summary and in the comment', () => {
    for (const text of [
      renderSummary(run),
      renderComment(run, {...comment, addresses: new Map()}),
    ]) {
      expect(text).toContain('<p><b>en-US</b></p>')
      expect(text).toContain(
        '<tr><td>description</td><td><del>old</del> <ins>new</ins> words</td></tr>',
      )
    }
  })

  test('that do not change are not told, and new ones say that there was none', () => {
    const fields = [
      textField({name: 'keywords', state: 'unchanged'}),
      textField({name: 'support URL', before: null}),
      textField({name: 'promotional text', after: ''}),
    ]
    const {text} = show(renderSummary({...run, views: [textsOf('ja', fields)]}))
    expect(text).not.toContain('keywords')
    expect(text).toMatch(/support URL new\s*new words/)
    expect(text).toMatch(/promotional text\s*old words\s*$/)
  })

  test('that change in the same way in many locales are shown once', () => {
    const {text} = show(renderSummary(textRun(['de', 'fr', 'ja', 'ko'])))
    expect(text).toMatch(/4 locales de, fr, ja, ko\s*description\s*old new words/)
    expect(text.match(/description/g)).toHaveLength(1)
  })

  test('that are long are cut to the words around each change', () => {
    const before = `${'Begin. '.repeat(50)}The old end of it. ${'Then. '.repeat(50)}`
    const fields = [textField({before, after: before.replace('old', 'new')})]
    const {text} = show(renderSummary({...run, views: [textsOf('ja', fields)]}))
    expect(text).toMatch(/… Begin\. [^…]*The old new end of it\. Then\.[^…]* …/)
    expect(text.length).toBeLessThan(600)
  })

  test('that failed are not shown as changed', () => {
    const done = textRun(['de', 'fr'], 'sync')
    const failure = diagnosticOf({what: 'App Store Connect answered 409.', next: ''})
    const results = new Map([
      ...(done.results ?? []),
      ['set-text:fr', {status: 'failed', failure} as const],
    ])
    const summary = renderSummary({...done, results})
    expect(summary).toContain('<p><b>de</b></p>')
    expect(summary).not.toContain('<p><b>fr</b></p>')
    expect(summary.match(/answered 409/g)).toHaveLength(1)
  })

  test('keep their lines, and long ones are folded', () => {
    const after = `First line.\n${'Word '.repeat(100)}`
    const fields = [textField({before: null, after})]
    const summary = renderSummary({...run, views: [textsOf('ja', fields)]})
    expect(summary).toContain('(512 characters)</summary>First line.<br>Word')
    expect(summary).toContain('<details><summary>First line. Word')
  })

  test('of any length leave the summary short enough', () => {
    const views = Array.from({length: 200}, (_, index) =>
      textsOf(`l${index}`, [textField({after: `${index} ${'x'.repeat(20_000)}`})]),
    )
    const summary = renderSummary({...run, views})
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024)
    expect(summary).toMatch(/Shortened: \d+ details left out/)
    expect(summary).toContain('more characters)')
  })

  test('that are hostile stay texts', () => {
    const fields = EVIL_TEXTS.flatMap((text) => [
      textField({name: text, before: text, after: `${text} ${text}`}),
      textField({name: text, before: null, after: text}),
    ])
    const summary = renderSummary({...run, views: [textsOf(EVIL_TEXTS.join(' '), fields)]})
    const {elements, references, tables, text} = show(summary)
    expect([...elements].filter((each) => !ELEMENTS_WE_MEAN.includes(each))).toEqual([])
    expect(references).toEqual([])
    for (const table of tables) expect(new Set(table).size).toBe(1)
    for (const evil of EVIL_TEXTS) {
      expect(text).toContain(asLine(evil).replaceAll(/\s+/gu, ' '))
    }
  })
})

test('A checklist says what is there, what is missing, and what nobody can tell', () => {
  const summary = renderSummary({...run, views: [CHECKLIST]})
  expect(summary.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- ❌ Demo account<br>Add <code>metadata/review.yml</code>.',
    '- ❔ Content rights<br>Look in App Store Connect.',
    '- ✅ Age rating<br><code>metadata/rating.yml, line 3</code>',
  ])
  expect(summary).toContain('<details><summary>✅ 1 done</summary>')
})
