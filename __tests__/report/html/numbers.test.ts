import {describe, expect, test} from '@jest/globals'

import type {Run} from '../../../src/core/run.ts'
import {tallyOf} from '../../../src/report/facts/fates.ts'
import {numbersOf} from '../../../src/report/facts/numbers.ts'
import {renderPage} from '../../../src/report/html/page.ts'
import {largeRun} from '../large-run.ts'
import {carriedOut, rejection} from '../markdown/carried-out.ts'
import {PHONE} from '../sample-plan.ts'
import {asset, desiredSet, plannedRun} from '../sample-run.ts'
import {attribute, cardsOf, elementsOf, hasClass, within, wordsOf} from './page-elements.ts'
import {CONTEXT} from './sample-context.ts'

const run = largeRun()
const runs: readonly (readonly [string, Run])[] = [
  ['a plan', run],
  ['a run', carriedOut(run)],
  [
    'a run in which files were rejected',
    carriedOut(run, ({action}) => (action === 'replace' ? rejection() : null)),
  ],
]

describe.each(runs)('The page of %s', (_, each) => {
  const page = renderPage(each, new Map(), CONTEXT)
  const {cards, texts} = tallyOf(each)

  test('has as many pictures of each fate as the facts say', () => {
    const shown = Object.groupBy(cardsOf(page), ({fate}) => fate ?? '')
    const numbers = Object.entries(shown).map(([fate, all]) => [fate, all?.length])
    expect(Object.fromEntries(numbers)).toEqual(
      Object.fromEntries(Object.entries(cards).filter(([, number]) => number > 0)),
    )
  })

  test('has these numbers on its filters, and so has the verdict', () => {
    const chips = elementsOf(page)
      .filter((element) => hasClass(element, 'chip'))
      .map(wordsOf)
    const said = numbersOf(each).split(' · ')
    expect(chips).toContain(`Unchanged ${cards.unchanged + texts.unchanged}`)
    expect(said).toContain(`${cards.unchanged + texts.unchanged} unchanged`)
    for (const fate of ['new', 'replaced', 'removed', 'reordered'] as const) {
      if (cards[fate] === 0) continue
      expect(chips.map((words) => words.toLowerCase())).toContain(`${fate} ${cards[fate]}`)
      expect(said).toContain(`${cards[fate]} ${fate}`)
    }
    expect(chips).toContain(`Text changed ${texts.updated}`)
  })

  test('has as many things to show for the filter of what is unchanged as that says', () => {
    const unchanged = elementsOf(page).filter(
      (element) =>
        attribute(element, 'data-fate') === 'unchanged' &&
        (attribute(element, 'id') !== null || attribute(element, 'data-text') !== null),
    )
    expect(unchanged).toHaveLength(cards.unchanged + texts.unchanged)
  })

  test('gives every picture an id of its own, and leads to it', () => {
    const ids = cardsOf(page).map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = elementsOf(page).flatMap((element) => attribute(element, 'href') ?? [])
    const inside = new Set(links.filter((link) => link.startsWith('#')))
    for (const id of ids) expect(inside).toContain(`#${id}`)
  })
})

/** The cells of the table, row by row. */
function tableOf(each: Run): readonly string[] {
  return elementsOf(renderPage(each, new Map(), CONTEXT))
    .filter(({tagName}) => tagName === 'tr')
    .map((row) => within(row).filter(({tagName}) => tagName === 'th' || tagName === 'td'))
    .map((cells) => cells.map(wordsOf).join(' | '))
}

describe('The table of languages', () => {
  const sets = ['en-US', 'de-DE', 'ja'].map((locale) =>
    desiredSet(locale, PHONE, locale === 'ja' ? ['1.png'] : ['1.png', '2.png', '3.png']),
  )
  const stored = sets.map(({id, locale}) => [id, [asset(locale, PHONE, '1.png')]] as const)
  const planned = plannedRun(sets, new Map(stored))
  // The German pictures are the English ones, but for the first.
  const [english] = planned.views.flatMap((view) => (view.shape === 'gallery' ? view.shelves : []))
  const copied: Run = {
    ...planned,
    views: planned.views.map((view) =>
      view.shape !== 'gallery'
        ? view
        : {
            ...view,
            shelves: view.shelves.map((shelf) => ({
              ...shelf,
              cards: shelf.cards.map((card, index) => {
                const sha256 = english?.cards[index]?.file?.sha256
                const isCopied = shelf.locale === 'de-DE' && index > 0 && sha256 !== undefined
                return card.file === null || !isCopied
                  ? card
                  : {...card, file: {...card.file, sha256}}
              }),
            })),
          },
    ),
  }

  test('says of each language what it has, what it lacks, and what is not translated', () => {
    expect(tableOf(copied)).toEqual([
      ' | iPhone 6.9"',
      ' | 1 | 2 | 3',
      'en-US | unchanged | new | new',
      'de-DE | unchanged | new, same | new, same',
      'ja | unchanged | missing | missing',
    ])
    const page = renderPage(copied, new Map(), CONTEXT)
    const [legend] = elementsOf(page).filter((element) => hasClass(element, 'legend'))
    expect(legend && wordsOf(legend)).toBe('Missing 2 New Unchanged Same as en-US 2')
  })

  test('compares with the primary language of the app', () => {
    const app = {id: '1', bundleId: 'x', name: 'X', primaryLocale: 'ja'}
    const table = tableOf({...copied, app})
    expect(table.join(' ')).not.toContain('missing')
    expect(table.join(' ')).not.toContain('same')
  })

  test('is left out if there is one language', () => {
    const [first] = sets
    const one = plannedRun(first === undefined ? [] : [first], new Map(stored))
    expect(tableOf(one)).toEqual([])
  })
})
