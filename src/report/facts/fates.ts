import {isRefused} from '../../core/plan.ts'
import type {StepResult} from '../../core/results.ts'
import type {Run} from '../../core/run.ts'
import type {Card, CardState, Shelf, TextField} from '../../core/view.ts'
import {failedFiles, isNotTried} from './failures.ts'
import {shelvesOf, textKindsOf} from './views.ts'
import type {TextKind} from './views.ts'

/**
 * What a reader sees of a picture, a video or a text after a run; for a plan, what they would see after it. In the
 * order of a report.
 *
 * - `failed`: it did not reach the store as it should.
 * - `not-done`: the run stopped before it, or a step that it needs failed.
 * - `processing`: Apple is still processing it.
 * - `extra`: only the store has it, and it stays.
 * - `file`: in the folder, and not compared with the store.
 */
export const FATES = [
  'failed',
  'not-done',
  'new',
  'replaced',
  'removed',
  'reordered',
  'updated',
  'processing',
  'extra',
  'unchanged',
  'file',
] as const
export type Fate = (typeof FATES)[number]

/** Looks up what becomes of a card or a text. */
export interface Fates {
  readonly ofCard: (card: Card) => Fate
  /** A text that changes is `updated`. */
  readonly ofText: (field: TextField) => Fate
}

export function fatesOf(run: Run): Fates {
  const {mode, plan, results} = run
  const failed = new Set(failedFiles(run).map(({path}) => path))
  const isPlanned = mode !== 'sync' && !(plan !== null && isRefused(plan))
  const changed = (fate: Fate, steps: readonly string[]): Fate => {
    if (isPlanned) return fate
    return fateOf(
      fate,
      steps.map((id) => results?.get(id)),
    )
  }
  return {
    ofCard({state, file, steps}) {
      const planned = PLANNED[state]
      if (UNTOUCHED.has(planned)) {
        return planned !== 'processing' && failed.has(file?.path ?? '') ? 'failed' : planned
      }
      // What a new picture replaces is deleted later, and is a failure of its own.
      const sending = planned === 'new' || planned === 'replaced' ? steps.slice(0, 1) : steps
      return changed(planned, sending)
    },
    ofText: ({state, steps}) => (state === 'changed' ? changed('updated', steps) : state),
  }
}

const PLANNED: Readonly<Record<CardState, Fate>> = {
  new: 'new',
  replaced: 'replaced',
  deleted: 'removed',
  reordered: 'reordered',
  updated: 'updated',
  undecided: 'processing',
  extra: 'extra',
  unchanged: 'unchanged',
  file: 'file',
}

const UNTOUCHED: ReadonlySet<Fate> = new Set(['processing', 'extra', 'unchanged', 'file'])

function fateOf(planned: Fate, results: readonly (StepResult | undefined)[]): Fate {
  const states = results.map((result): 'done' | 'failed' | 'not-done' => {
    if (result === undefined || isNotTried(result)) return 'not-done'
    return result.status === 'done' ? 'done' : 'failed'
  })
  if (states.includes('failed')) return 'failed'
  return states.includes('not-done') ? 'not-done' : planned
}

/** How many of what a reader sees have each fate. */
export type Tally = Readonly<Record<Fate, number>>

export interface Tallies {
  /** Pictures and videos. */
  readonly cards: Tally
  readonly texts: Tally
  readonly settings: Tally
}

/** Counts what a reader sees. All reports say these numbers. */
export function tallyOf(run: Run): Tallies {
  const fates = fatesOf(run)
  const kinds = textKindsOf(run)
  const tallyTexts = (wanted: TextKind['id']) => {
    const groups = kinds.flatMap(({id, groups: own}) => (id === wanted ? own : []))
    return tally(groups.flatMap(({fields}) => fields.map(fates.ofText)))
  }
  return {
    cards: tally(shelvesOf(run).flatMap(({cards}) => cards.map(fates.ofCard))),
    texts: tallyTexts('texts'),
    settings: tallyTexts('settings'),
  }
}

/** Counts the pictures and videos of one shelf. */
export function tallyShelf({cards}: Pick<Shelf, 'cards'>, {ofCard}: Fates): Tally {
  return tally(cards.map(ofCard))
}

/** How often each fate occurs. */
export function tally(fates: readonly Fate[]): Tally {
  const numbers = new Map<Fate, number>()
  for (const fate of fates) numbers.set(fate, (numbers.get(fate) ?? 0) + 1)
  const numberOf = (fate: Fate) => numbers.get(fate) ?? 0
  return {
    failed: numberOf('failed'),
    'not-done': numberOf('not-done'),
    new: numberOf('new'),
    replaced: numberOf('replaced'),
    removed: numberOf('removed'),
    reordered: numberOf('reordered'),
    updated: numberOf('updated'),
    processing: numberOf('processing'),
    extra: numberOf('extra'),
    unchanged: numberOf('unchanged'),
    file: numberOf('file'),
  }
}
