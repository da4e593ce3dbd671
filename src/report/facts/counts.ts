import {isRefused} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import type {Step} from '../../core/step.ts'
import {failedFiles} from './failures.ts'

/** The counts in the outputs and the summary, for the whole run or for one place. */
export interface Counts {
  /** Files that Apple accepted, including replacements. In a plan, those that would be sent: none if it is refused. */
  readonly uploaded: number
  /** Those of the uploaded files that replaced one with the same name. */
  readonly replaced: number
  /** What was deleted for any reason. */
  readonly deleted: number
  /** Places whose order changed. */
  readonly reordered: number
  /** What was already there. */
  readonly unchanged: number
  /** Files that Apple rejected, that were not sent, or that Apple was still processing at the timeout. */
  readonly failed: number
}

type Tally = {-readonly [Column in keyof Counts]: Counts[Column]}

/** Counts the whole run. */
export function count(run: Run): Counts {
  const whole = emptyTally()
  for (const {columns} of countable(run)) add(whole, columns)
  return whole
}

/** Counts for each place, by its name in the subjects of steps. */
export function countPlaces(run: Run): ReadonlyMap<string, Counts> {
  const places = new Map<string, Tally>()
  for (const {place, columns} of countable(run)) {
    if (place === null) continue
    const tally = places.get(place) ?? emptyTally()
    places.set(place, tally)
    add(tally, columns)
  }
  return places
}

/** The steps that were done or, in a plan, would be done: none if it is refused. */
export function carriedOut({mode, plan, results}: Run): readonly Step[] {
  if (plan === null) return []
  if (mode === 'plan') return isRefused(plan) ? [] : plan.steps
  return plan.steps.filter(({id}) => results?.get(id)?.status === 'done')
}

/** Something to count, and its columns. */
interface Countable {
  readonly place: string | null
  readonly columns: readonly (keyof Counts)[]
}

const COLUMNS_OF: Readonly<Record<Step['action'], readonly (keyof Counts)[]>> = {
  create: [],
  upload: ['uploaded'],
  update: [],
  replace: ['uploaded', 'replaced'],
  delete: ['deleted'],
  order: ['reordered'],
  submit: [],
}

function countable(run: Run): readonly Countable[] {
  const unchanged = (run.plan?.settled ?? []).filter(({state}) => state === 'unchanged')
  return [
    ...carriedOut(run).map(({action, subject}) => ({
      place: subject.place,
      columns: COLUMNS_OF[action],
    })),
    ...unchanged.map(({subject}) => ({place: subject.place, columns: ['unchanged'] as const})),
    ...failedFiles(run).map(({subject}) => ({place: subject.place, columns: ['failed'] as const})),
  ]
}

function emptyTally(): Tally {
  return {uploaded: 0, replaced: 0, deleted: 0, reordered: 0, unchanged: 0, failed: 0}
}

function add(tally: Tally, columns: readonly (keyof Counts)[]): void {
  for (const column of columns) tally[column] += 1
}
