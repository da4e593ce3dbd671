import {describe, expect, test} from '@jest/globals'

import {asLine} from '../../../src/report/escape.ts'
import {renderComment} from '../../../src/report/markdown/comment.ts'
import {renderSummary} from '../../../src/report/markdown/summary.ts'
import {EVIL_TEXTS} from '../../end-to-end/hostile/evil-texts.ts'
import {ELEMENTS_WE_MEAN, show} from '../../helpers/shown-summary.ts'
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
      expect(text).toContain('<tr><td>description</td><td>old words</td><td>new words</td></tr>')
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
    expect(text).toMatch(/support URL\s*none\s*new words/)
    expect(text).toMatch(/promotional text\s*old words\s*empty/)
  })

  test('keep their lines, and long ones are folded', () => {
    const after = `First line.\n${'Word '.repeat(100)}`
    const summary = renderSummary({...run, views: [textsOf('ja', [textField({after})])]})
    expect(summary).toContain('(512 characters)</summary>First line.<br>Word')
    expect(summary).toContain('<details><summary>First line. Word')
  })

  test('of any length leave the summary short enough', () => {
    const fields = [textField({after: 'x'.repeat(20_000)})]
    const views = Array.from({length: 200}, (_, index) => textsOf(`l${index}`, fields))
    const summary = renderSummary({...run, views})
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024)
    expect(summary).toMatch(/Shortened: \d+ details left out/)
    expect(summary).toContain('(and 10000 more characters)')
  })

  test('that are hostile stay texts', () => {
    const fields = EVIL_TEXTS.map((text) => textField({name: text, before: text, after: text}))
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
    '- ✅ Age rating<br><code>metadata/rating.yml</code>',
    '- ❌ Demo account<br>Add &#96;metadata/review.yml&#96;.',
    '- ❔ Content rights<br>App Store Connect does not tell it. Look in App Store Connect.',
  ])
})
