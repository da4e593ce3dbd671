import {nameOf} from '../../core/step.ts'
import type {Run} from '../../core/run.ts'
import {asCode, asProse} from '../escape.ts'
import {countPlaces} from '../facts/counts.ts'
import type {Counts} from '../facts/counts.ts'
import {diagnosticsOf, grouped} from '../facts/diagnostics.ts'
import type {DiagnosticGroup} from '../facts/diagnostics.ts'
import type {Verdict} from '../facts/verdict.ts'
import {shelvesOf} from '../facts/views.ts'
import {capitalised} from '../facts/words.ts'
import type {Piece} from './fit.ts'

const SIGNS = {success: '✅', warning: '⚠️', failure: '❌'} as const

/** The verdict as the first heading. */
export function heading({level, sentence}: Verdict): Piece {
  return {detail: 0, text: `### ${SIGNS[level]} ${asProse(sentence)}\n`}
}

/** What the run is about, in one line. */
export function subject({app, version, mode}: Run): readonly Piece[] {
  const parts = [
    app === null ? null : asCode(app.bundleId),
    version === null ? null : `version ${asCode(version.versionString)}`,
    version === null ? null : asProse(version.state.toLowerCase().replaceAll('_', ' ')),
    mode === 'sync' ? null : `mode ${asCode(mode)}`,
  ]
  const text = parts.filter((part) => part !== null).join(' · ')
  return text === '' ? [] : [{detail: 0, text: `${text}\n`}]
}

/** What went wrong while a plan was carried out. */
export function failureList(run: Run): readonly Piece[] {
  const {files, steps} = diagnosticsOf(run)
  const items = [
    ...files.map(({title, message}) => ({what: asCode(title), message})),
    ...steps.map(({title, message}) => ({what: asProse(title), message})),
  ]
  if (items.length === 0) return []
  return [
    {detail: 1, text: '#### What failed\n'},
    ...items.map(({what, message}) => ({detail: 1, text: `- ${what}<br>${asProse(message)}`})),
    {detail: 1, text: ''},
  ]
}

/** What has to be fixed before anything is written, and what may be wrong. */
export function problemList(run: Run): readonly Piece[] {
  const groups = grouped(diagnosticsOf(run).problems)
  if (groups.length === 0) return []
  return [{detail: 1, text: '#### Problems\n'}, ...groups.map(problemItem), {detail: 1, text: ''}]
}

function problemItem(group: DiagnosticGroup): Piece {
  const isError = group.severity === 'error'
  return {detail: isError ? 1 : 3, text: `- ${isError ? '❌' : '⚠️'} ${groupText(group)}`}
}

const MAX_VISIBLE_TITLES = 3
const MAX_TITLES = 200

/** One message with what it is about. A long list is folded. */
function groupText({message, titles}: DiagnosticGroup): string {
  if (titles.length === 0) return asProse(capitalised(message))
  const names = titles.slice(0, MAX_TITLES).map(asCode)
  if (titles.length <= MAX_VISIBLE_TITLES) return `${names.join(', ')}<br>${asProse(message)}`
  const left = titles.length - names.length
  const more = left === 0 ? '' : `<br>and ${left} more`
  return `${asProse(capitalised(message))}<details><summary>Show all ${titles.length}</summary>${names.join('<br>')}${more}</details>`
}

const COLUMNS = ['uploaded', 'replaced', 'deleted', 'unchanged', 'failed'] as const

/** A table of what was or would be done: a row for each locale and set, and a total. */
export function numbers(run: Run): readonly Piece[] {
  const shelves = shelvesOf(run)
  if (run.plan === null || shelves.length === 0) return []
  const places = countPlaces(run)
  const total = new Map<keyof Counts, number>()
  const rows = shelves.map(({place, locale, title, type}) => {
    const counts = places.get(place)
    const cells = COLUMNS.map((column) => {
      const number = counts?.[column] ?? 0
      total.set(column, (total.get(column) ?? 0) + number)
      return `<td align="right">${number || '·'}</td>`
    })
    return {
      detail: 2,
      text: `<tr><td>${asProse(locale)}</td><td>${asProse(title)} ${asCode(type)}</td>${cells.join('')}</tr>`,
    }
  })
  const totals = COLUMNS.map((column) => `<th align="right">${total.get(column) ?? 0}</th>`)
  const heads = COLUMNS.map((column) => `<th>${column}</th>`)
  return [
    {
      detail: 0,
      text: `<table><thead><tr><th>locale</th><th>display type</th>${heads.join('')}</tr></thead><tbody>`,
    },
    ...rows,
    {detail: 0, text: `<tr><th colspan="2">all</th>${totals.join('')}</tr></tbody></table>\n`},
  ]
}

/** What a reader should know besides the changes. */
export function noteList(run: Run): readonly Piece[] {
  const extras = (run.plan?.settled ?? []).filter(({state}) => state === 'extra')
  const items = [
    ...extras.map(
      (extra) =>
        `- No file stands for ${asCode(nameOf(extra.subject))}; it stays, because <code>prune</code> is off.`,
    ),
    ...grouped(diagnosticsOf(run).remarks).map((group) => `- ${groupText(group)}`),
  ]
  if (items.length === 0) return []
  return [
    {detail: 2, text: '#### Good to know\n'},
    ...items.map((text) => ({detail: 2, text})),
    {detail: 2, text: ''},
  ]
}
