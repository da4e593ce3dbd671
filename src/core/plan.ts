import {isError} from './diagnostic.ts'
import type {Diagnostic} from './diagnostic.ts'
import type {Step, Subject} from './step.ts'

/** What will be done, and what stays as it is. */
export interface Plan {
  /** In the order in which they start: every step comes after the steps that it needs. */
  readonly steps: readonly Step[]
  readonly settled: readonly Settled[]
  /** Errors stop the plan from being carried out. Warnings and notes are for the reader. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Something that the run leaves as it is. */
export interface Settled {
  readonly section: string
  /**
   * - `unchanged`: the store has what the folder has.
   * - `undecided`: Apple is still processing it, so it cannot be compared yet.
   * - `extra`: only the store has it, and it stays.
   * - `unclear`: it stays because App Store Connect does not say enough to delete it safely.
   * - `lost`: it was in place, and somebody removed it during the run.
   */
  readonly state: 'unchanged' | 'undecided' | 'extra' | 'unclear' | 'lost'
  readonly subject: Subject
  /** Apple's id, or null if it has none of its own. */
  readonly resourceId: string | null
}

export const EMPTY_PLAN: Plan = {steps: [], settled: [], diagnostics: []}

/** Joins several plans. A step that several of them contain is kept once. */
export function joinPlans(plans: readonly Plan[]): Plan {
  const steps = new Map<string, Step>()
  for (const step of plans.flatMap((plan) => plan.steps)) {
    if (!steps.has(step.id)) steps.set(step.id, step)
  }
  return {
    steps: [...steps.values()],
    settled: plans.flatMap((plan) => plan.settled),
    diagnostics: plans.flatMap((plan) => plan.diagnostics),
  }
}

/** Whether an error stops the plan from being carried out. */
export function isRefused({diagnostics}: Plan): boolean {
  return diagnostics.some(isError)
}
