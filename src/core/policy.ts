/** What a run allows a plan to do. */
export interface Policy {
  /** Delete what only the store has, in the places that the folder has too. */
  readonly prune: boolean
  /** Whether the run waits until Apple has processed what it sends. */
  readonly waits: boolean
  /** Ids of the steps that come before everything else, such as creating the version. Empty once they are done. */
  readonly openingSteps: readonly string[]
}
