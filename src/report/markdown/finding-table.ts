import {plural} from '../../core/plural.ts'
import {asMessage, asText} from '../escape.ts'
import type {DiagnosticGroup} from '../facts/diagnostics.ts'
import {capitalised, sentence} from '../facts/words.ts'
import type {Piece} from './fit.ts'
import {folded} from './names.ts'

/** Findings of one kind. */
export interface FindingTable {
  readonly title: string
  /** What the findings are about: `file`. */
  readonly noun: string
  readonly groups: readonly DiagnosticGroup[]
  /** Renders the title of a finding, shorter where it stands in a cell by itself. */
  readonly name: (title: string, isShort: boolean) => string
  /** How soon a row is left out if there is no room. */
  readonly detail: number
}

const MAX_VISIBLE_NAMES = 3
/** Rows above it are folded. */
const MAX_ROWS = 20

/** A table with a row for each finding: what it is about, what is wrong, how to fix it. */
export function findingTable(findings: FindingTable): readonly Piece[] {
  const {title, groups, noun, detail} = findings
  const [first] = groups
  if (first === undefined) return []
  const isOneFix = groups.length > 1 && groups.every(({next}) => next === first.next)
  const columns = [capitalised(noun), 'Problem', ...(isOneFix ? [] : ['Fix'])]
  const head = `<table><thead><tr>${columns.map((each) => `<th align="left">${each}</th>`).join('')}</tr></thead><tbody>`
  const end = '</tbody></table>'
  const rows = groups.map((group) => ({detail, text: row(group, findings, isOneFix)}))
  const rest = rows.slice(MAX_ROWS)
  return [
    {detail: 0, text: `#### ${title}\n\n${head}`},
    ...rows.slice(0, MAX_ROWS),
    {detail: 0, text: `${end}\n`},
    ...(rest.length === 0
      ? []
      : [
          {detail: 0, text: `<details><summary>${rest.length} more</summary>${head}`},
          ...rest,
          {detail: 0, text: `${end}</details>\n`},
        ]),
    ...(isOneFix && first.next !== '' ? [{detail, text: `<p>${fix(first)}</p>\n`}] : []),
    ...groups.flatMap((group) => commandOf(group, findings)),
  ]
}

function row(group: DiagnosticGroup, {noun, name}: FindingTable, isOneFix: boolean): string {
  const {titles, what} = group
  const isShort = titles.length <= MAX_VISIBLE_NAMES
  const names = titles.map((title) => name(title, isShort))
  const shown = isShort ? names.join('<br>') : folded(plural(names.length, noun), names)
  const cells = [shown, asMessage(capitalised(what)), ...(isOneFix ? [] : [fix(group)])]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function fix({next}: Pick<DiagnosticGroup, 'next'>): string {
  return next === '' ? '' : asMessage(capitalised(sentence(next)))
}

function commandOf(
  {command, titles}: DiagnosticGroup,
  {noun, detail}: FindingTable,
): readonly Piece[] {
  if (command === null) return []
  const number = titles.length
  const what =
    number === 1 ? `the ${noun}` : number === 2 ? `both ${noun}s` : `all ${number} ${noun}s`
  const text = `<p>This fixes ${what}:</p>\n<pre><code>${asText(command)}</code></pre>\n`
  return [{detail, text}]
}
