import type {Diagnostic} from './diagnostic.ts'
import type {Plan} from './plan.ts'
import type {PullResult} from './pulled.ts'
import type {Results} from './results.ts'
import type {Shard} from './shards.ts'
import type {View} from './view.ts'
import type {App, StorePicture, Version} from './vocabulary.ts'

export const MODES = ['sync', 'plan', 'validate', 'pull'] as const
export type Mode = (typeof MODES)[number]

/** Everything known about a run at its end. All reports, outputs and files are rendered from it. */
export interface Run {
  readonly mode: Mode
  readonly app: App | null
  readonly version: Version | null
  /** What the report shows, section by section. */
  readonly views: readonly View[]
  /** About the folder and the store; those about the plan are in the plan. */
  readonly diagnostics: readonly Diagnostic[]
  /** Whether the run waits for Apple to process what it sends. */
  readonly waits: boolean
  /** Whether a plan with changes is a failure, to detect that somebody changed the store by hand. */
  readonly failOnChanges: boolean
  /** In mode `plan`: the jobs that the plan is split into. Empty if there is nothing to do. */
  readonly shards: readonly Shard[]
  /** Null if the run did not get that far. */
  readonly plan: Plan | null
  /** Null if nothing was carried out. */
  readonly results: Results | null
  /**
   * Pictures of what the store shows, by Apple's id. Those from before the run come first, in the order they had
   * then.
   */
  readonly pictures: ReadonlyMap<string, StorePicture>
  /**
   * Small copies of the pictures that the plan deletes, as `data:` URLs, by Apple's id: Apple will not have them any
   * more.
   */
  readonly copies: ReadonlyMap<string, string>
  /** In mode `pull`: what became of the files. Null if it did not get that far. */
  readonly pulled: PullResult | null
  /** Why the run stopped early, or null if it did not. */
  readonly failure: Diagnostic | null
  /** Why there was nothing to do for the run, as a sentence; null if there was. */
  readonly skipped: string | null
  /** Outputs of the step that sections have, by name. */
  readonly outputs: Readonly<Record<string, string>>
}

/** The run before anything is known about it. */
export const EMPTY_RUN: Run = {
  mode: 'sync',
  app: null,
  version: null,
  views: [],
  diagnostics: [],
  waits: true,
  failOnChanges: false,
  shards: [],
  plan: null,
  results: null,
  pictures: new Map(),
  copies: new Map(),
  pulled: null,
  failure: null,
  skipped: null,
  outputs: {},
}
