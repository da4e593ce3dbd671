import type {Run} from '../../core/run.ts'
import {count, countSets} from '../facts/counts.ts'
import {deed} from '../facts/describe-step.ts'
import {asCode, asProse} from '../escape.ts'
import {failures, otherFailures} from '../facts/failures.ts'
import type {Piece} from './fit.ts'
import {titleOf} from './gallery.ts'
import {problemGroups} from '../facts/problem-groups.ts'
import type {ProblemGroup} from '../facts/problem-groups.ts'
import type {Verdict} from '../facts/verdict.ts'
import {capitalised, failureWords} from '../facts/words.ts'

const SIGNS = {success: '✅', warning: '⚠️', failure: '❌'} as const

/** The verdict as a heading, which stands before everything else. */
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
  const items = [
    ...failures(run).map((failure) => ({what: asCode(failure.path), failure})),
    ...otherFailures(run).map((failure) => ({what: asProse(deed(failure.step)), failure})),
  ]
  if (items.length === 0) return []
  return [
    {detail: 1, text: '#### What failed\n'},
    ...items.map(({what, failure}) => ({
      detail: 1,
      text: `- ${what}<br>${asProse(failureWords(failure))}`,
    })),
    {detail: 1, text: ''},
  ]
}

/** What has to be mended before anything is written, and what is only told. */
export function problemList(run: Run): readonly Piece[] {
  const groups = problemGroups(run).filter(({severity}) => severity !== 'note')
  if (groups.length === 0) return []
  return [{detail: 1, text: '#### Problems\n'}, ...groups.map(problemItem), {detail: 1, text: ''}]
}

function problemItem(group: ProblemGroup): Piece {
  const isError = group.severity === 'error'
  return {detail: isError ? 1 : 3, text: `- ${isError ? '❌' : '⚠️'} ${groupText(group)}`}
}

const MOST_PATHS_IN_SIGHT = 3
const MOST_PATHS = 200

/** One finding with the files that it is about; many of them are folded. */
function groupText({words, paths}: ProblemGroup): string {
  const names = paths.slice(0, MOST_PATHS).map(asCode)
  if (paths.length <= MOST_PATHS_IN_SIGHT) return `${names.join(', ')}<br>${asProse(words)}`
  const left = paths.length - names.length
  const more = left === 0 ? '' : `<br>and ${left} more`
  return `${asProse(capitalised(words))}<details><summary>Show all ${paths.length}</summary>${names.join('<br>')}${more}</details>`
}

const COLUMNS = ['uploaded', 'replaced', 'deleted', 'unchanged', 'failed'] as const

/** A table of what was done, or would be: a row for each locale and set, and one for all. */
export function numbers(run: Run): readonly Piece[] {
  if (run.plan === null) return []
  const bySet = countSets(run)
  const rows = run.listing.sets.map((set) => {
    const counts = bySet.get(set.id)
    const cells = COLUMNS.map((column) => `<td align="right">${counts?.[column] || '·'}</td>`)
    return {
      detail: 2,
      text: `<tr><td>${asProse(set.locale)}</td><td>${asProse(titleOf(set))} ${asCode(set.type)}</td>${cells.join('')}</tr>`,
    }
  })
  const total = count(run)
  const totals = COLUMNS.map((column) => `<th align="right">${total[column]}</th>`)
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

/** What a reader should know beside the changes. */
export function noteList(run: Run): readonly Piece[] {
  const {plan} = run
  const notes = problemGroups(run).filter(({severity}) => severity === 'note')
  const extras = (plan?.extras ?? []).map(
    ({locale, type, fileName}) =>
      `- No file stands for ${asCode(`${locale}/${type}/${fileName}`)}; it stays, because <code>prune</code> is off.`,
  )
  const items = [
    ...extras,
    ...(plan?.notes ?? []).map((note) => `- ${asProse(note)}`),
    ...notes.map((group) => `- ${groupText(group)}`),
  ]
  if (items.length === 0) return []
  return [
    {detail: 2, text: '#### Good to know\n'},
    ...items.map((text) => ({detail: 2, text})),
    {detail: 2, text: ''},
  ]
}
