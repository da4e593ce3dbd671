import {plural} from '../../core/plural.ts'
import {asProse} from '../escape.ts'
import {isTold} from '../facts/change-table.ts'
import type {ChangeRow, ChangeTable} from '../facts/change-table.ts'
import {FATES} from '../facts/fates.ts'
import type {Tally} from '../facts/fates.ts'
import {FATE_WORDS} from '../facts/numbers.ts'
import type {Piece} from './fit.ts'

/** What changes where: a row for each locale, a column for each device. Locales with the same changes share a row. */
export function overview({columns, rows}: ChangeTable): readonly Piece[] {
  // The verdict has the numbers of the only place.
  if (rows.length * columns.length < 2) return []
  const head = ['', ...columns].map((column) => `<th align="left">${asProse(column)}</th>`)
  const lines = sharedRows(rows).map((text) => ({detail: 2, text}))
  return [
    {detail: 0, text: `<table><thead><tr>${head.join('')}</tr></thead><tbody>`},
    ...lines,
    {detail: 0, text: '</tbody></table>\n'},
  ]
}

const MAX_VISIBLE_LOCALES = 12

/** The locales in which nothing changes, on one line. */
export function unchangedLocales({rows, unchanged}: ChangeTable): readonly Piece[] {
  if (rows.length === 0 || unchanged.length === 0) return []
  const what = `${plural(unchanged.length, 'locale')} unchanged`
  const names = unchanged.map(asProse).join(', ')
  const text =
    unchanged.length > MAX_VISIBLE_LOCALES
      ? `<details><summary>${what}</summary>${names}</details>\n`
      : `<p><sub>${what}: ${names}</sub></p>\n`
  return [{detail: 2, text}]
}

/** Locales with the same changes share a row if there are so many of them. */
const MIN_SHARED = 4

function sharedRows(rows: readonly ChangeRow[]): readonly string[] {
  const lines = rows.map((row) => {
    const cells = row.cells.map(wordsOf)
    return {...row, words: cells, key: JSON.stringify(cells)}
  })
  const groups = Map.groupBy(lines, ({key}) => key)
  return lines.flatMap((line) => {
    const {key, locale, language, words} = line
    const group = groups.get(key) ?? []
    if (group.length < MIN_SHARED) {
      const code = language === locale || locale === null ? '' : ` <sub>${asProse(locale)}</sub>`
      return [rowOf(`${asProse(language)}${code}`, words)]
    }
    if (line !== group[0]) return []
    const names = group.map((each) => asProse(each.language)).join(', ')
    const title = `<details><summary>${group.length} locales</summary>${names}</details>`
    const each = words.map((cell) => (cell === '' ? '' : `${cell} each`))
    return [rowOf(title, each)]
  })
}

function rowOf(title: string, cells: readonly string[]): string {
  return `<tr><td>${title}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

/** `1 new, 2 replaced`; empty where nothing changes. */
function wordsOf(tally: Tally | null): string {
  if (tally === null) return ''
  return FATES.filter((fate) => isTold(fate) && tally[fate] > 0)
    .map((fate) => `${tally[fate]} ${FATE_WORDS[fate]}`)
    .join(', ')
}
