import {plural} from '../../core/plural.ts'
import {asProse} from '../escape.ts'
import {languagesOf} from './block-title.ts'
import type {Block, BlockRow} from './blocks.ts'
import {NO_PICTURE, ONE_OF_MANY} from './images.ts'
import type {Images} from './images.ts'

/** More rows are folded. */
const FIRST_FEW = 3

/**
 * The same things in many locales, as HTML: a column for each thing, a row for each locale.
 *
 * @param room - How many pictures may be shown.
 */
export function gridOf({fate, names, rows}: Block, images: Images, room: number): string {
  const shown = rows.slice(0, Math.max(1, Math.floor(room / names.length)))
  const lines = shown.map(({shelf, cards}: BlockRow) => {
    const look = {size: ONE_OF_MANY, label: shelf.language}
    const pictures = cards.map((card) =>
      fate === 'removed' ? images.before(card, look) : images.after(card, shelf, look),
    )
    return {language: shelf.language, pictures}
  })
  if (lines.every(({pictures}) => pictures.every((each) => each === null))) {
    return `<p><sub>${names.map(asProse).join(', ')}</sub></p>`
  }
  const open = lines.slice(0, FIRST_FEW)
  const first = tableOf(names, open)
  if (open.length === rows.length) return first
  const folded = lines.slice(FIRST_FEW)
  const left = languagesOf({rows: rows.slice(shown.length)}).map(asProse)
  return [
    first,
    `<details><summary>${plural(rows.length - open.length, 'more locale')}</summary>`,
    ...(folded.length === 0 ? [] : [tableOf(names, folded)]),
    ...(left.length === 0 ? [] : [`<p><sub>Left out: ${left.join(', ')}</sub></p>`]),
    '</details>',
  ].join('\n')
}

interface Line {
  readonly language: string
  readonly pictures: readonly (string | null)[]
}

function tableOf(names: readonly string[], lines: readonly Line[]): string {
  const heads = ['', ...names].map((name) => `<th><sub>${asProse(name)}</sub></th>`)
  const rows = lines.map(({language, pictures}) => {
    const cells = pictures.map((each) => `<td align="center">${each ?? NO_PICTURE}</td>`)
    return `<tr><td>${asProse(language)}</td>${cells.join('')}</tr>`
  })
  return [
    `<table><thead><tr>${heads.join('')}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table>',
  ].join('\n')
}
