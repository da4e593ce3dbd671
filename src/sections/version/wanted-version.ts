import type {Platform} from '../../core/platforms.ts'

/** Which version the inputs ask for. */
export interface WantedVersion {
  readonly platform: Platform
  /** Null for the one editable version of the platform. */
  readonly versionString: string | null
  /** Whether to create it if it does not exist. */
  readonly create: boolean
}
