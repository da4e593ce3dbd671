import type {App, DesiredListing, ImageTemplate, Version} from '../sections/media/listing.ts'
import type {Plan, PlannedFile} from './plan.ts'
import type {Problem} from './diagnostic.ts'
import type {Failure, Results} from './results.ts'

/** All that is known of a run at its end. Everything that a person or a later step sees is rendered from it. */
export interface Run {
  readonly mode: 'sync' | 'plan' | 'validate'
  readonly app: App | null
  readonly version: (Pick<Version, 'versionString' | 'state'> & {readonly id: string | null}) | null
  readonly listing: DesiredListing
  readonly problems: readonly Problem[]
  /** Whether the run waits for Apple to process what it sends. */
  readonly waits: boolean
  /** Whether a plan that has something to do is a failure: a watch on a store that nobody should change by hand. */
  readonly failOnChanges: boolean
  /** In mode `plan`: the jobs that the plan is split into; empty if there is nothing to do. */
  readonly shards: readonly Shard[]
  /** Null if the run did not get that far. */
  readonly plan: Plan | null
  /** Null if nothing was carried out. */
  readonly results: Results | null
  /** Pictures of what the store shows, by Apple's id of the asset; what was there before the run in its order then. */
  readonly images: ReadonlyMap<string, ImageTemplate>
  /** Files that were in place at some time of the run, and that somebody removed before its last look at their set. */
  readonly vanished: readonly (PlannedFile & Failure)[]
  /** Small copies of what the plan deletes, as `data:` addresses, by Apple's id of the asset: soon nobody has it. */
  readonly keepsakes: ReadonlyMap<string, string>
  /** Why the run as a whole could not go on; null if it did. */
  readonly failure: string | null
}

/** What one of several jobs does: the locales that are its own. */
export interface Shard {
  /** Sorted; no other shard has any of them. */
  readonly locales: readonly string[]
  /** How much there is to do, in API requests or what takes as long as one. */
  readonly weight: number
}

/** A run of which nothing is known yet. */
export const NOT_BEGUN: Run = {
  mode: 'sync',
  app: null,
  version: null,
  listing: {sets: []},
  problems: [],
  waits: true,
  failOnChanges: false,
  shards: [],
  plan: null,
  results: null,
  images: new Map(),
  vanished: [],
  keepsakes: new Map(),
  failure: null,
}
