import {describe, expect, test} from '@jest/globals'

import {EMPTY_RUN} from '../../../src/core/run.ts'
import type {Run} from '../../../src/core/run.ts'
import {renderPage} from '../../../src/report/html/page.ts'
import {EVIL_TEXTS} from '../../end-to-end/hostile/evil-texts.ts'
import {diagnosticOf} from '../sample-run.ts'
import {CHECKLIST, textField, textRun, textsOf} from '../sample-texts.ts'
import {attribute, elementsOf, hasClass, wordsOf} from './page-elements.ts'
import {CONTEXT} from './sample-context.ts'

function pageOf(run: Run): string {
  return renderPage(run, new Map(), CONTEXT)
}

/** What is removed, added and shown of the texts of a page. */
function textsIn(page: string) {
  const elements = elementsOf(page)
  const wordsIn = (tag: string) => elements.filter(({tagName}) => tagName === tag).map(wordsOf)
  return {
    fields: elements.filter((element) => hasClass(element, 'field')).map(wordsOf),
    removed: wordsIn('del'),
    added: wordsIn('ins'),
  }
}

describe('Texts and checklists', () => {
  test('stand in the page, with the words that change and what is wrong', () => {
    const run = textRun(['en-US'])
    const about = {path: 'metadata/en-US/description.txt', line: 3}
    const diagnostics = [diagnosticOf({what: 'is odd', next: 'fix it', about})]
    const page = pageOf({...run, views: [...run.views, CHECKLIST], diagnostics})
    expect(textsIn(page)).toEqual({
      fields: ['description metadata/en-US/description.txt oldnew words'],
      removed: ['old'],
      added: ['new'],
    })
    const findings = elementsOf(page).filter((element) => hasClass(element, 'finding'))
    expect(findings.map(wordsOf)).toEqual(['Is odd metadata/en-US/description.txt, line 3 Fix it.'])
    for (const {name} of CHECKLIST.items) expect(page).toContain(name)
    expect(page).not.toContain('<dialog')
  })

  test('name the file once if it has all texts of a place', () => {
    const file = {path: 'app-clip-experiences/menu/experience.yml'}
    const page = pageOf({
      ...EMPTY_RUN,
      mode: 'plan',
      views: [textsOf('menu', [textField({file}), textField({name: 'action', file})])],
    })
    expect(page.split(file.path)).toHaveLength(2)
  })

  test('show a new text as it is, and only name what does not change', () => {
    const page = pageOf({
      ...EMPTY_RUN,
      mode: 'plan',
      views: [
        textsOf('en-US', [
          textField({name: 'keywords', before: null, after: 'a,b'}),
          textField({name: 'subtitle', state: 'unchanged'}),
          textField({name: 'name', state: 'unchanged'}),
        ]),
      ],
    })
    expect(textsIn(page)).toEqual({
      fields: ['keywords New metadata/en-US/keywords.txt a,b'],
      removed: [],
      added: [],
    })
    const [folded] = elementsOf(page).filter((element) => hasClass(element, 'fold'))
    expect(folded && wordsOf(folded)).toBe('2 texts unchanged en-US: subtitle, name')
  })

  test('shorten what stays the same in a long text, and fold the whole', () => {
    const words = Array.from({length: 300}, (_, index) => `word${index}`)
    const before = words.join(' ')
    const after = before.replace('word150', 'changed')
    const page = pageOf({
      ...EMPTY_RUN,
      mode: 'plan',
      views: [textsOf('en-US', [textField({before, after})])],
    })
    const [diff] = elementsOf(page).filter((element) => hasClass(element, 'diff'))
    const shown = diff === undefined ? '' : wordsOf(diff)
    expect(shown).toMatch(/^… .*word149 word150changed word151 .* …$/)
    expect(shown.length).toBeLessThan(300)
    const whole = elementsOf(page).filter(({tagName}) => tagName === 'details')
    expect(whole.map(wordsOf)).toEqual([`Full text ${after}`])
  })

  test('stay texts, whatever they say', () => {
    const fields = EVIL_TEXTS.flatMap((text) => [
      textField({name: text, before: text, after: `${text} ${text}`}),
      textField({name: text, before: null, after: text}),
    ])
    const items = EVIL_TEXTS.map((text) => {
      return {name: text, state: 'missing', next: text, file: {path: text}} as const
    })
    const page = pageOf({
      ...EMPTY_RUN,
      mode: 'plan',
      views: [
        textsOf(EVIL_TEXTS.join(' '), fields),
        {shape: 'checklist', title: EVIL_TEXTS.join(' '), items},
      ],
    })
    const elements = elementsOf(page)
    expect(elements.filter(({tagName}) => tagName === 'script')).toHaveLength(1)
    expect(elements.map(({tagName}) => tagName)).not.toContain('img')
    expect(elements.map(({tagName}) => tagName)).not.toContain('svg')
    expect(elements.filter(({tagName}) => tagName === 'dd')).toHaveLength(EVIL_TEXTS.length * 2)
    const attributes = elements.flatMap(({attrs}) => attrs.map(({name}) => name))
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([])
    const links = elements.flatMap((element) => attribute(element, 'href') ?? [])
    expect(links.filter((address) => !/^(?:#|https:)/u.test(address))).toEqual([])
  })
})
