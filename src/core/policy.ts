import type {Reference} from './step.ts'

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
}

/** A version that exists, or the step that creates it. @param id - Apple's; null while there is no version. */
export function versionReference(
  id: string | null,
  {openingSteps}: Pick<Policy, 'openingSteps'>,
): Reference {
  return id === null ? {step: openingSteps[0] ?? ''} : {id}
}
