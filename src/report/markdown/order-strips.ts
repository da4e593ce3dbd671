import type {Shelf} from '../../core/view.ts'
import {asCode, asProse} from '../escape.ts'
import {languagesOf} from './block-title.ts'
import type {BlockRow} from './blocks.ts'
import {ONE_OF_MANY} from './images.ts'
import type {Images} from './images.ts'

/** So many places are shown; the others are only named. */
const MAX_PLACES = 2

/**
 * New orders, as HTML: everything in a place as it is before and after.
 *
 * @param room - How many pictures may be shown.
 */
export function orderStrips(rows: readonly BlockRow[], images: Images, room: number): string {
  const shown = rows.slice(0, MAX_PLACES)
  const left = languagesOf({rows: rows.slice(MAX_PLACES)}).map(asProse)
  const most = Math.max(1, Math.floor(room / (2 * shown.length)))
  return [
    ...shown.map(({shelf}) => strips(shelf, images, {most, isOnly: rows.length === 1})),
    ...(left.length === 0 ? [] : [`<p><sub>Also reordered: ${left.join(', ')}</sub></p>`]),
  ].join('\n')
}

function strips(
  shelf: Shelf,
  images: Images,
  {most, isOnly}: {readonly most: number; readonly isOnly: boolean},
): string {
  const before = (shelf.before ?? []).map(
    ({id, name}) => images.stored(id, {size: ONE_OF_MANY, label: name}) ?? asCode(name),
  )
  const after = shelf.cards
    .filter((card) => card.after !== null)
    .map(
      (card) =>
        images.after(card, shelf, {size: ONE_OF_MANY, label: card.name}) ?? asCode(card.name),
    )
  const rows = [
    ['before', before],
    ['after', after],
  ] as const
  const caption = isOnly ? '' : `<p>${asProse(shelf.language)}</p>\n`
  const lines = rows.map(([word, all]) => {
    const left = all.length > most ? ` and ${all.length - most} more` : ''
    return `<tr><td><sub>${word}</sub></td><td>${all.slice(0, most).join(' ')}${left}</td></tr>`
  })
  return `${caption}<table><tbody>${lines.join('')}</tbody></table>`
}
