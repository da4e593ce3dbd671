/** What the inputs allow a plan to do. */
export interface Policy {
  readonly platform: string
  /** The version to make when it does not exist; null when none is to be made. */
  readonly createVersion: string | null
  /** Delete assets of the named sets that no file stands for. */
  readonly prune: boolean
  /** Whether the run waits until Apple has processed what it sends. */
  readonly waits: boolean
}
