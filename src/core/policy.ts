import type {Reference, Step} from './step.ts'
import type {ChecklistItem} from './view.ts'

/** What a run allows a plan to do. */
export interface Policy {
  /** Delete what only the store has, in the places that the folder has too. */
  readonly prune: boolean
  /** Whether the run waits until Apple has processed what it sends. */
  readonly waits: boolean
  /** Whether the version does not exist yet, and starts as a copy of the one before it. */
  readonly isNewVersion: boolean
  /** Ids of the steps that come before everything else, such as creating the version. Empty once they are done. */
  readonly openingSteps: readonly string[]
  /** What is known of the sections that are planned before. */
  readonly earlier: Earlier
}

/** Of all sections that are planned before one. */
export interface Earlier {
  /** What Apple needs of them. */
  readonly requirements: readonly ChecklistItem[]
  /** Those that open nothing. */
  readonly steps: readonly Step[]
  /** What goes to App Review with the version. */
  readonly forReview: readonly Reviewable[]
}

/** Something that App Review looks at besides the version. */
export interface Reviewable {
  /** Apple's name of the relationship of a review submission item, such as `backgroundAssetVersion`. */
  readonly relationship: string
  readonly resource: Reference
  /** Whether App Review has it already. */
  readonly isInReview: boolean
}

/** A version that exists, or the step that creates it. @param id - Apple's; null while there is no version. */
export function versionReference(
  id: string | null,
  {openingSteps}: Pick<Policy, 'openingSteps'>,
): Reference {
  return id === null ? {step: openingSteps[0] ?? ''} : {id}
}
