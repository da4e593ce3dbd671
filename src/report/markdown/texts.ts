import {plural} from '../../core/plural.ts'
import type {TextDiffs, TextField, TextGroup} from '../../core/view.ts'
import {asLines, asProse} from '../escape.ts'
import {beginningOf, isLong} from '../facts/long-text.ts'
import type {Piece} from './fit.ts'

/** The texts that change, before and after: a table for each place, so that a whole place can be left out. */
export function textDiffs({groups}: TextDiffs): readonly Piece[] {
  const pieces = groups.flatMap((group) => {
    const changed = group.fields.filter(({state}) => state === 'changed')
    return changed.length === 0 ? [] : [{detail: 3, text: tableOf(group, changed)}]
  })
  return pieces.length === 0 ? [] : [{detail: 3, text: '#### Texts\n'}, ...pieces]
}

function tableOf({place}: TextGroup, changed: readonly TextField[]): string {
  const rows = changed.map(({name, before, after}) => {
    const cells = [
      asProse(name),
      before === null ? '<em>none</em>' : renderText(before),
      renderText(after),
    ]
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  return [
    `<p><b>${asProse(place)}</b></p>`,
    '<table><thead><tr><th>text</th><th>before</th><th>after</th></tr></thead><tbody>',
    ...rows,
    '</tbody></table>\n',
  ].join('\n')
}

function renderText(text: string): string {
  if (text === '') return '<em>empty</em>'
  if (!isLong(text)) return asLines(text)
  const summary = `${asProse(beginningOf(text))} (${plural(text.length, 'character')})`
  return `<details><summary>${summary}</summary>${asLines(text)}</details>`
}
