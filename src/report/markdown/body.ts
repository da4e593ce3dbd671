import {isRefused} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import {verdictOf} from '../facts/verdict.ts'
import type {Verdict} from '../facts/verdict.ts'
import {changeList} from './change-list.ts'
import type {ChangeOptions} from './change-list.ts'
import {checklists} from './checklist.ts'
import type {Piece} from './fit.ts'
import {heading, subject} from './heading.ts'
import {consequences, failureTables, noteList, problemTables} from './problems.ts'
import {textChanges} from './text-changes.ts'

/** What job summary and comment say of a run: what happened, what is wrong, what changes, what else to know. */
export function bodyOf(
  run: Run,
  options: ChangeOptions,
  verdict: Verdict = verdictOf(run),
): readonly Piece[] {
  return [
    heading(verdict),
    subject(run),
    ...failureTables(run),
    ...problemTables(run),
    ...consequences(run),
    ...checklists(run),
    ...(changesNothing(run) ? [] : [...textChanges(run), ...changeList(run, options)]),
    ...noteList(run),
  ]
}

/** A plan that will not be carried out as it is. */
function changesNothing({mode, plan, failure}: Run): boolean {
  return plan === null || (mode === 'plan' && (isRefused(plan) || failure !== null))
}
