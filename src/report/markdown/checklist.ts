import {placeWords} from '../../core/diagnostic.ts'
import type {Run} from '../../core/run.ts'
import type {ChecklistItem} from '../../core/view.ts'
import {asCode, asMessage, asProse} from '../escape.ts'
import {splitItems} from '../facts/readiness.ts'
import type {Piece} from './fit.ts'

const SIGNS: Readonly<Record<ChecklistItem['state'], string>> = {
  done: '✅',
  missing: '❌',
  unknown: '❔',
}

/** What is in place, what is missing, and what is unknown. */
export function checklists({views}: Pick<Run, 'views'>): readonly Piece[] {
  return views.flatMap((view) => {
    if (view.shape !== 'checklist' || view.items.length === 0) return []
    const {open, done} = splitItems(view.items)
    return [
      {detail: 1, text: `#### ${asProse(view.title)}\n`},
      ...open.map((item) => ({detail: 1, text: itemText(item)})),
      ...(done.length === 0 ? [] : [{detail: 3, text: doneText(done)}]),
      {detail: 1, text: ''},
    ]
  })
}

/** What is in place is only counted until somebody looks. */
function doneText(items: readonly ChecklistItem[]): string {
  const lines = items.map(itemText).join('\n')
  return `\n<details><summary>${SIGNS.done} ${items.length} done</summary>\n\n${lines}\n\n</details>\n`
}

function itemText({name, state, next, file}: ChecklistItem): string {
  const words = [asMessage(next), file === null ? '' : asCode(placeWords(file))].filter(
    (part) => part !== '',
  )
  const more = words.length === 0 ? '' : `<br>${words.join(' ')}`
  return `- ${SIGNS[state]} ${asProse(name)}${more}`
}
