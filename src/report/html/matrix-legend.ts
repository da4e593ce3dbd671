import {FATE_WORDS} from '../facts/numbers.ts'
import {FATES} from '../facts/fates.ts'
import type {Fate} from '../facts/fates.ts'
import {capitalised} from '../facts/words.ts'
import {html} from './html.ts'
import type {Html} from './html.ts'
import type {StoreItem} from './store-items.ts'

/** What a cell says of a place: what became of its picture, or that it has none although it should. */
export type Mark = Fate | 'missing'

export interface Cell {
  readonly mark: Mark
  /** Whether it is byte-identical to a picture of the primary locale. */
  readonly isSame: boolean
  readonly item: StoreItem | null
}

export function wordsOf(mark: Mark): string {
  return mark === 'missing' ? 'missing' : FATE_WORDS[mark]
}

/** In the order of the legend. */
const MARKS: readonly Mark[] = ['missing', ...FATES]

/** What the cells mean. Counts only what is told nowhere else. */
export function renderLegend(cells: readonly Cell[], language: string): Html {
  const used = new Set(cells.map(({mark}) => mark))
  const missing = cells.filter(({mark}) => mark === 'missing').length
  const same = cells.filter(({isSame}) => isSame).length
  const marks = MARKS.filter((mark) => used.has(mark)).map((mark) => {
    const number = mark === 'missing' ? html` <b>${missing}</b>` : null
    return legendItem(mark, html`${capitalised(wordsOf(mark))}${number}`)
  })
  const also =
    same === 0 ? [] : [legendItem('unchanged same', html`Same as ${language} <b>${same}</b>`)]
  return html`<ul class="legend">
    ${[...marks, ...also]}
  </ul>`
}

function legendItem(classes: string, words: Html): Html {
  return html`<li><span class="cell ${classes}" aria-hidden="true"></span>${words}</li> `
}
