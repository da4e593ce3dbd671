import {isError} from '../../core/diagnostic.ts'
import {nameOf} from '../../core/step.ts'
import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import {asCode, asMessage, asProse} from '../escape.ts'
import {diagnosticsOf, grouped} from '../facts/diagnostics.ts'
import type {DiagnosticGroup} from '../facts/diagnostics.ts'
import {capitalised} from '../facts/words.ts'
import {findingTable} from './finding-table.ts'
import {withHeading} from './fit.ts'
import type {Piece} from './fit.ts'
import {asPath, folded} from './names.ts'

/** What has to be fixed before anything is written, and what may be wrong. */
export function problemTables(run: Run): readonly Piece[] {
  const {problems} = diagnosticsOf(run)
  const table = {noun: 'file', name: nameOfFile}
  const warnings = grouped(problems.filter((problem) => !isError(problem)))
  return [
    ...findingTable({
      ...table,
      title: 'Problems',
      groups: grouped(problems.filter(isError)),
      detail: 1,
    }),
    ...findingTable({...table, title: 'Warnings', groups: warnings, detail: 3}),
  ]
}

/** What failed while the plan was carried out. */
export function failureTables(run: Run): readonly Piece[] {
  const {files, steps} = diagnosticsOf(run)
  const one = {detail: 1, groups: grouped(files)}
  return [
    ...findingTable({...one, title: 'What failed', noun: 'file', name: nameOfFile}),
    ...findingTable({
      title: files.length === 0 ? 'What failed' : 'What else failed',
      noun: 'step',
      groups: grouped(steps),
      name: (title) => asProse(capitalised(title)),
      detail: 1,
    }),
  ]
}

function nameOfFile(path: string, isShort: boolean): string {
  return isShort ? asPath(path) : asCode(path)
}

/** What could not be tried, because something else failed. */
export function consequences(run: Run): readonly Piece[] {
  const {notSent, notDone} = diagnosticsOf(run)
  const others = notDone.map((title) => asProse(capitalised(title)))
  return [
    ...consequence(`${plural(notSent.length, 'file')} not uploaded`, notSent.map(asCode)),
    ...consequence(`${plural(others.length, 'other step')} not done`, others),
  ]
}

function consequence(summary: string, names: readonly string[]): readonly Piece[] {
  return names.length === 0 ? [] : [{detail: 1, text: `${folded(summary, names)}\n`}]
}

/** What a reader should know besides the changes. */
export function noteList(run: Run): readonly Piece[] {
  const extras = (run.plan?.settled ?? []).filter(({state}) => state === 'extra')
  const names = extras.map(({subject}) => asCode(nameOf(subject)))
  const items = [
    ...(names.length === 0
      ? []
      : [item('Kept without a matching file, because <code>prune</code> is off', names)]),
    ...grouped(diagnosticsOf(run).remarks).map(remark),
  ]
  const pieces = items.map((text, index) => ({
    detail: 2,
    text: index === items.length - 1 ? `${text}\n` : text,
  }))
  return withHeading('#### Good to know', pieces)
}

const MAX_VISIBLE_NAMES = 3

function remark({message, titles}: DiagnosticGroup): string {
  if (titles.length === 0) return `- ${asMessage(capitalised(message))}`
  const names = titles.map(asPath)
  if (titles.length > MAX_VISIBLE_NAMES) return item(asMessage(capitalised(message)), names)
  return `- ${names.join(', ')}: ${asMessage(message)}`
}

/** @param words - As HTML. */
function item(words: string, names: readonly string[]): string {
  return names.length > MAX_VISIBLE_NAMES
    ? `- ${folded(`${words} (${names.length})`, names)}`
    : `- ${words}: ${names.join(', ')}`
}
