import type * as z from 'zod'

import type {Diagnostic} from './diagnostic.ts'
import type {Plan, Settled} from './plan.ts'
import type {Policy, Reviewable} from './policy.ts'
import type {Pulled} from './pulled.ts'
import type {Reference, Step} from './step.ts'
import type {ChecklistItem, View} from './view.ts'
import type {StorePicture} from './vocabulary.ts'

/**
 * One part of a listing, with everything that is specific to it. A section never knows another section.
 *
 * `Wanted` is what the folder declares, `Have` is what the store has of it, and `Detail` is what its steps carry for
 * its own use.
 */
export interface Section<Wanted, Have, Detail> {
  readonly name: string
  /** Names of the sections that must be done before any step of this one starts. */
  readonly after: readonly string[]
  /**
   * Whether its steps are carried out first, after which the other sections are read again. `for-others`: only if
   * another section has steps.
   */
  readonly opens: boolean | 'for-others'
  /** Whether it belongs to the app, to a version, or to the locales of a version. */
  readonly scope: 'app' | 'version' | 'locales'
  /** The schema of its steps' detail. Also checks and documents the plan file. */
  readonly detail: z.ZodType<Detail>
  /** Reads the folder. No network. */
  find(signal: AbortSignal): Promise<Found<Wanted>>
  /** Reads from the store what can be compared with the wanted content. */
  read(wanted: Wanted): Promise<Have>
  /**
   * Finds problems in the wanted content, given what the store already has.
   *
   * @param have - Null if the store was not read. Then it counts as empty.
   */
  check(wanted: Wanted, have: Have | null): Promise<readonly Diagnostic[]>
  /**
   * Pure: the same facts give the same plan. Besides its own steps, the plan may have steps that add locales to the
   * version.
   */
  plan(wanted: Wanted, have: Have, policy: Policy): Plan
  /**
   * What Apple needs of it before a version can be submitted, from folder and store together: what the plan does counts
   * as done.
   *
   * @param plan - Its own, with the steps of the sections that are planned before it.
   */
  requirements?(wanted: Wanted, have: Have, plan: Plan): readonly ChecklistItem[]
  /** What goes to App Review with the version. */
  forReview?(wanted: Wanted, have: Have, policy: Policy): readonly Reviewable[]
  perform(work: Work<Wanted, Have, Detail>): Performer<Detail>
  /** What an approval of the step covers: two steps on the same subject do the same if their facts are equal. */
  facts(step: Step<Detail>): Facts
  /** @param known - Null if the store was not read. */
  view(wanted: Wanted, known: {readonly have: Have; readonly plan: Plan} | null): readonly View[]
  /** Outputs of the step by name, if nothing is carried out. */
  outputs?(have: Have): Readonly<Record<string, string>>
  /** Reads everything that the store has of it, whatever the folder has. Missing where there is nothing to read. */
  readonly pull?: () => Promise<Pulled>
  /** Pictures of what the store shows, by Apple's id, in the store's order. */
  pictures(have: Have): ReadonlyMap<string, StorePicture>
}

/** What the folder has for a section. */
export interface Found<Wanted> {
  readonly wanted: Wanted
  /** Apple's codes of all locales in the folder, even if the run is limited to others. */
  readonly locales: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** For the log: `12 files (3 MB) in 4 sets across 2 locales`; null if there is nothing to say. */
  readonly summary: string | null
}

/** The input of {@link Section.perform}. */
export interface Work<Wanted, Have, Detail> {
  readonly wanted: Wanted
  readonly have: Have
  /** The steps of the section itself. */
  readonly steps: readonly Step<Detail>[]
  readonly settled: readonly Settled[]
  /** Apple's id of something that exists, or of what a step has created. */
  readonly idOf: (reference: Reference) => string
}

/** Carries out the steps of a section. */
export interface Performer<Detail = unknown> {
  /**
   * Carries out one step.
   *
   * @throws the reason why it failed. The run goes on with the steps that do not need it.
   */
  perform(step: Step<Detail>): Promise<Performed>
  /** The group in which to read Apple's decision about a step, or null if the step is done when it is answered. */
  groupOf(step: Step<Detail>): string | null
  /**
   * Reads once which pending steps of a group Apple has decided.
   *
   * @returns decisions by step id. A step without one is still pending.
   */
  settle(group: string, pending: readonly Pending<Detail>[]): Promise<ReadonlyMap<string, Decision>>
  /** Files that were in place during the run and that somebody has removed, each about its path. */
  lost(): readonly Diagnostic[]
  /** Outputs of the step by name, once the plan is carried out. */
  outputs?(): Readonly<Record<string, string>>
  /** Pictures of what the store shows, by Apple's id. Grows while the plan is carried out. */
  readonly pictures: ReadonlyMap<string, StorePicture>
}

/** The immediate result of a step. A `pending` step is done once Apple has accepted what it sent. */
export interface Performed {
  readonly state: 'done' | 'pending'
  /** Apple's id of what was created or changed, if there is one. */
  readonly resourceId: string | null
}

/** A step that Apple has not decided yet. */
export interface Pending<Detail = unknown> {
  readonly step: Step<Detail>
  readonly resourceId: string
}

/** What became of a step. `rejected`: Apple looked at what it sent, and did not accept it. */
export type Decision =
  | {readonly state: 'done'}
  | {readonly state: 'failed' | 'rejected'; readonly failure: Diagnostic}

/** By the name that a user sees, such as `content`. */
export type Facts = Readonly<Record<string, string | boolean | null>>

/** A performer for sections whose steps are done as soon as Apple answers. */
export function performAtOnce<Detail>(
  perform: (step: Step<Detail>) => Promise<string | null>,
): Performer<Detail> {
  return {
    async perform(step) {
      return {state: 'done', resourceId: await perform(step)}
    },
    groupOf: () => null,
    settle: async () => new Map(),
    lost: () => [],
    pictures: new Map(),
  }
}
