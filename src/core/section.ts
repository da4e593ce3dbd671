import type {Step} from './plan.ts'
import type {Failure} from './results.ts'

/** One part of the listing, as far as carrying out a plan is concerned. */
export interface Section {
  /**
   * Carries out one step.
   *
   * @throws whatever kept it from being done; the run goes on with the steps that do not need it.
   */
  perform(step: Step): Promise<Performed>
  /** Puts what `perform` or `verify` threw into words for a person. */
  explain(error: unknown): Failure
  /** The group in which the outcome of a step will be read; null if its answer is its outcome. */
  groupOf(step: Step): string | null
  /**
   * Reads once how far Apple has got with the pending steps of a group.
   *
   * @returns by step id; a step that is missing is still pending.
   */
  verify(group: string, pending: readonly Pending[]): Promise<ReadonlyMap<string, Verdict>>
}

/** What came of a step at once. `pending` steps are done when Apple has accepted what they sent. */
export interface Performed {
  readonly state: 'done' | 'pending'
  /** Apple's id of what was made or changed, where there is one. */
  readonly resourceId: string | null
}

/** A step whose outcome Apple still owes. */
export interface Pending {
  readonly step: Step
  readonly resourceId: string
}

export type Verdict =
  | {readonly state: 'done'}
  | {readonly state: 'failed'; readonly failure: Failure}
