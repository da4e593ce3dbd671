import type {Platform} from '../../core/platforms.ts'

/** Which version the inputs ask for. */
export interface WantedVersion {
  readonly platform: Platform
  /** Null for the one editable version of the platform. */
  readonly versionString: string | null
  /** Whether to create it if it does not exist. */
  readonly create: boolean
  /** Whether a version that is in review will do: to see that nothing has changed, or to take it back. */
  readonly mayBeInReview: boolean
  /** Whether the run changes nothing. Then a version in any state will do, and without an editable one the newest. */
  readonly onlyRead: boolean
}
