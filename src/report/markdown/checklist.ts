import type {Run} from '../../core/run.ts'
import type {ChecklistItem} from '../../core/view.ts'
import {asCode, asMessage, asProse} from '../escape.ts'
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
    return [
      {detail: 1, text: `#### ${asProse(view.title)}\n`},
      ...view.items.map((item) => ({detail: item.state === 'done' ? 3 : 1, text: itemText(item)})),
      {detail: 1, text: ''},
    ]
  })
}

function itemText({name, state, next, file}: ChecklistItem): string {
  const words = [
    state === 'unknown' ? 'App Store Connect does not say.' : '',
    asMessage(next),
    file === null ? '' : asCode(file.path),
  ].filter((part) => part !== '')
  const more = words.length === 0 ? '' : `<br>${words.join(' ')}`
  return `- ${SIGNS[state]} ${asProse(name)}${more}`
}
