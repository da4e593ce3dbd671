import {plural} from '../../core/plural.ts'
import type {Card, Shelf} from '../../core/view.ts'
import {asProse} from '../escape.ts'
import {commonUpdate, updateWords} from './block-title.ts'
import {gridOf} from './block-grid.ts'
import type {Block} from './blocks.ts'
import {COMPARED, NO_PICTURE, ONE_OF_MANY} from './images.ts'
import type {Images} from './images.ts'
import {orderStrips} from './order-strips.ts'

/**
 * The pictures of a block, as HTML. Empty if there are none.
 *
 * @param room - How many pictures may be shown.
 */
export function bodyOf(block: Block, images: Images, room: number): string {
  if (block.fate === 'reordered') return orderStrips(block.rows, images, room)
  return block.names.length > 1 && block.rows.length > 1
    ? gridOf(block, images, room)
    : sequence(block, images, room)
}

/** One thing in many locales, or many things in one. */
function sequence(block: Block, images: Images, room: number): string {
  const perCell = block.fate === 'replaced' ? 2 : 1
  const large = block.rows.length > 1 ? FIRST_FEW : Math.floor(room / perCell)
  const cells = cellsOf(block)
  const first = cells
    .slice(0, large)
    .map((cell) => ({...cell, html: pictureOf(block, cell, images)}))
  if (first.every(({html}) => html === null)) return listOf(cells)
  const rest = cells.slice(large)
  const small = rest.slice(0, Math.max(0, room - large * perCell))
  const parts = [tiles(first), strip(small, block, images), listOf(rest, small.length)]
  return parts.filter((html) => html !== '').join('\n')
}

/** Of the same thing in many locales, so many are shown large, with what was before. */
const FIRST_FEW = 3

interface Cell {
  readonly card: Card
  readonly shelf: Shelf
  /** As HTML. Empty if the title says it. */
  readonly caption: string
}

function cellsOf(block: Block): readonly Cell[] {
  const {rows, names} = block
  const isCommon = commonUpdate(block) !== null
  return rows.flatMap(({shelf, cards}) =>
    cards.map((card) => {
      const parts = [
        rows.length > 1 ? asProse(shelf.language) : names.length > 1 ? asProse(card.name) : '',
        isCommon ? '' : updateWords(card.update),
      ]
      return {card, shelf, caption: parts.filter((part) => part !== '').join(': ')}
    }),
  )
}

/** Null if there is no picture. */
function pictureOf({fate}: Block, {card, shelf}: Cell, images: Images): string | null {
  const look = {size: COMPARED, label: card.name}
  const before = images.before(card, look)
  if (fate === 'removed') return before
  const after = images.after(card, shelf, look)
  if (before === null) return after
  if (fate === 'updated') return `${before}<br><sub>before</sub>`
  return `${before} → ${after ?? NO_PICTURE}`
}

/** Side by side, as many as there is space for. */
function tiles(cells: readonly {readonly html: string | null; readonly caption: string}[]): string {
  const all = cells.map(({html, caption}) => {
    const words = caption === '' ? '' : `<br><sub>${caption}</sub>`
    return `${html ?? NO_PICTURE}${words}`
  })
  if (all.length === 1) return `<p>${all.join('')}</p>`
  const tables = all.map(
    (html) => `<table align="left"><tbody><tr><td align="center">${html}</td></tr></tbody></table>`,
  )
  return `${tables.join('\n')}\n<br clear="all">`
}

/** What follows the first few: what is new, or what goes. */
function strip(cells: readonly Cell[], {fate, rows}: Block, images: Images): string {
  const all = cells.flatMap(({card, shelf}) => {
    const look = {size: ONE_OF_MANY, label: rows.length > 1 ? shelf.language : card.name}
    return (fate === 'removed' ? images.before(card, look) : images.after(card, shelf, look)) ?? []
  })
  return all.length === 0 ? '' : `<p>${all.join(' ')}</p>`
}

/** @param shown - How many of the first of them are shown. */
function listOf(cells: readonly Cell[], shown = cells.length): string {
  const captions = cells.map(({caption}) => caption).filter((caption) => caption !== '')
  if (captions.length === 0) return ''
  const more = shown < cells.length ? ` (${plural(cells.length - shown, 'picture')} left out)` : ''
  return `<p><sub>${captions.join(', ')}${more}</sub></p>`
}
