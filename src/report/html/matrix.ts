import type {Shelf} from '../../core/view.ts'
import {inStoreOrder} from '../facts/change-table.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'
import {renderLegend, wordsOf} from './matrix-legend.ts'
import type {Cell} from './matrix-legend.ts'
import type {Sources} from './sources.ts'
import type {StoreItem} from './store-items.ts'

type Items = ReadonlyMap<Shelf, readonly StoreItem[]>

interface Column {
  readonly title: string
  /** As many as the locale with the most has. */
  readonly places: number
  /** As many as the primary locale has: the others should have them as well. */
  readonly wanted: number
}

/** Which locale has which pictures: a row for each locale, a column for each place of each set. */
export function renderLocales(all: Items, sources: Sources): Html | null {
  const items = new Map([...all].filter(([{locale}]) => locale !== null))
  const locales = Map.groupBy(items.keys(), ({locale}) => locale)
  if (locales.size < 2) return null
  const columns = columnsOf(items, sources.primary.locale)
  const rows = [...locales].map(([locale, shelves]) => {
    const byTitle = new Map(shelves.map((shelf) => [shelf.title, shelf]))
    const language = shelves[0]?.language ?? ''
    const sets = columns.map((column) => {
      return cellsOf(column, byTitle.get(column.title), {items, sources})
    })
    return {locale, language, sets}
  })
  const cells = rows.flatMap(({sets}) => sets.flat()).filter((cell) => cell !== null)
  return html`<section id="locales">
    <h2>Locales</h2>
    ${renderLegend(cells, sources.primary.language)}
    <div class="scroll" tabindex="0" role="region" aria-label="Pictures by locale">
      <table class="matrix">
        ${renderHead(columns)}
        <tbody>
          ${rows.map(
            ({locale, language, sets}) =>
              html`<tr data-locale="${locale}">
                <th scope="row">${language}</th>
                ${sets.flatMap((set) => set.map((cell, index) => renderCell(cell, index, sources)))}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </section> `
}

function columnsOf(items: Items, primaryLocale: string): readonly Column[] {
  const columns = new Map<string, Column>()
  for (const [{title, locale, medium}, {length}] of items) {
    const {places, wanted} = columns.get(title) ?? {places: 0, wanted: 0}
    columns.set(title, {
      title,
      places: Math.max(places, length),
      // Few apps have videos in every locale.
      wanted: locale === primaryLocale && medium === 'picture' ? length : wanted,
    })
  }
  const locales = Map.groupBy(items.keys(), ({locale}) => locale)
  return inStoreOrder([...locales.values()].map((own) => own.map(({title}) => title)))
    .flatMap((title) => columns.get(title) ?? [])
    .filter(({places}) => places > 0)
}

function cellsOf(
  {places, wanted}: Column,
  shelf: Shelf | undefined,
  {items, sources}: {readonly items: Items; readonly sources: Sources},
): readonly (Cell | null)[] {
  const own = shelf === undefined ? [] : (items.get(shelf) ?? [])
  return Array.from({length: places}, (_, index): Cell | null => {
    const item = own[index]
    if (shelf === undefined || item === undefined) {
      return index < wanted ? {mark: 'missing', isSame: false, item: null} : null
    }
    const {card, fate, isCurrent} = item
    const isSame = card !== null && isCurrent && sources.primary.isSame(shelf, card)
    return {mark: fate ?? 'extra', isSame, item}
  })
}

function renderHead(columns: readonly Column[]): Html {
  const titles = columns.map(({title, places}) => {
    return html`<th scope="colgroup" colspan="${places}">${title}</th>`
  })
  const numbers = columns.flatMap(({places}) =>
    Array.from({length: places}, (_, index) => {
      return html`<th scope="col" ${firstOf(index)}><span>${index + 1}</span></th>`
    }),
  )
  return html`<thead>
    <tr>
      <td></td>
      ${titles}
    </tr>
    <tr>
      <td></td>
      ${numbers}
    </tr>
  </thead>`
}

/** Sets stand apart. */
function firstOf(index: number): Html | null {
  return index === 0 ? FIRST : null
}

const FIRST = trusted('class="first"')

function renderCell(cell: Cell | null, index: number, {idOf}: Sources): Html {
  if (cell === null) return html`<td ${firstOf(index)}></td>`
  const {mark, isSame, item} = cell
  const words = `${wordsOf(mark)}${isSame ? ', same' : ''}`
  const classes = `cell ${mark}${isSame ? ' same' : ''}`
  if (item === null || item.card === null) {
    return html`<td ${firstOf(index)}><span class="${classes}">${words}</span></td>`
  }
  const link = trusted(idOf(item.card))
  return html`<td ${firstOf(index)}>
    <a class="${classes}" href="#${link}" title="${item.name}">${words}</a>
  </td>`
}
