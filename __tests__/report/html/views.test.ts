import {describe, expect, test} from '@jest/globals'

import {EMPTY_RUN} from '../../../src/core/run.ts'
import {renderPage} from '../../../src/report/html/page.ts'
import {EVIL_TEXTS} from '../../end-to-end/hostile/evil-texts.ts'
import {diagnosticOf} from '../sample-run.ts'
import {CHECKLIST, textField, textRun, textsOf} from '../sample-texts.ts'
import {elementsOf, textOf} from './page-elements.ts'

describe('texts and checklists', () => {
  test('stand in the page, with what is wrong beside the text that it is about', () => {
    const run = textRun(['en-US'])
    const about = {path: 'metadata/en-US/description.txt'}
    const diagnostics = [diagnosticOf({what: 'is odd', next: 'fix it', about})]
    const page = renderPage({...run, views: [...run.views, CHECKLIST], diagnostics}, new Map())
    const rows = elementsOf(page).filter(({tagName}) => tagName === 'tr')
    const said = rows.map((row) => textOf(row).replaceAll(/\s+/gu, ' ').trim())
    expect(said).toEqual(['Text Before After', 'description is odd. Fix it. old words new words'])
    expect(page.match(/is odd/g)).toHaveLength(1)
    for (const {name} of CHECKLIST.items) expect(page).toContain(name)
    expect(page).not.toContain('<form')
  })

  test('stay texts, whatever they say', () => {
    const fields = EVIL_TEXTS.map((text) => textField({name: text, before: text, after: text}))
    const items = EVIL_TEXTS.map((text) => {
      return {name: text, state: 'missing', next: text, file: {path: text}} as const
    })
    const page = renderPage(
      {
        ...EMPTY_RUN,
        views: [
          textsOf(EVIL_TEXTS.join(' '), fields),
          {shape: 'checklist', title: EVIL_TEXTS.join(' '), items},
        ],
      },
      new Map(),
    )
    const elements = elementsOf(page)
    expect(elements.filter(({tagName}) => tagName === 'script')).toHaveLength(1)
    expect(elements.map(({tagName}) => tagName)).not.toContain('img')
    expect(elements.map(({tagName}) => tagName)).not.toContain('svg')
    expect(elements.filter(({tagName}) => tagName === 'td')).toHaveLength(EVIL_TEXTS.length * 2)
    const attributes = elements.flatMap(({attrs}) => attrs.map(({name}) => name))
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([])
  })
})
