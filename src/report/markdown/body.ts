import {isRefused} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import type {Addresses} from '../facts/context.ts'
import {pulledTable} from '../facts/pulled.ts'
import {verdictOf} from '../facts/verdict.ts'
import type {Verdict} from '../facts/verdict.ts'
import {changeList} from './change-list.ts'
import {checklists} from './checklist.ts'
import type {Piece} from './fit.ts'
import {heading, subject} from './heading.ts'
import {overview} from './overview.ts'
import {consequences, failureTables, noteList, problemTables} from './problems.ts'
import {textChanges} from './text-changes.ts'

/**
 * What job summary and comment say of a run: what happened, what is wrong, what changes, what else to know.
 *
 * @param addresses - A file without a URL is only named.
 * @returns the pieces, given how many pictures may be shown.
 */
export function bodyOf(
  run: Run,
  addresses: Addresses,
  verdict: Verdict = verdictOf(run),
): (most: number) => readonly Piece[] {
  const before = [
    heading(verdict),
    subject(run),
    ...failureTables(run),
    ...problemTables(run),
    ...consequences(run),
    ...checklists(run),
    ...(run.pulled === null ? [] : overview(pulledTable(run.pulled))),
    ...(changesNothing(run) ? [] : textChanges(run)),
  ]
  const changes = changesNothing(run) ? () => [] : changeList(run, addresses)
  const after = noteList(run)
  return (most) => [...before, ...changes(most), ...after]
}

/** A plan that will not be carried out as it is. */
function changesNothing({mode, plan, failure}: Run): boolean {
  return plan === null || (mode === 'plan' && (isRefused(plan) || failure !== null))
}
