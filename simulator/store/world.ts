import type {Credentials} from '../http/credentials.ts'
import type {Faults} from '../http/faults.ts'
import type {Settings} from '../options.ts'
import type {Due} from './due.ts'
import type {Store} from './store.ts'

/** What the handlers of one simulator share. */
export interface World {
  readonly settings: Settings
  readonly store: Store
  readonly credentials: Credentials
  readonly faults: Faults
  /** Path and query of every upload operation, to the asset that it fills. */
  readonly targets: Map<string, string>
  /** For files that are kept on disk. */
  readonly directory: string
  readonly uploadUrl: () => string
  /** What a client must never do, and failures of the simulator itself. */
  readonly violations: string[]
  /** What happens once its time has come. */
  readonly due: Due[]
  /** Processing that still runs. */
  readonly jobs: Set<Promise<void>>
}
