import type {App, Version} from '../../sections/media/listing.ts'
import type {Extra, Plan, PlannedFile, Step} from '../plan.ts'
import type {Problem} from '../diagnostic.ts'
import type {StepResult} from '../results.ts'
import type {Run} from '../run.ts'

/** Raised whenever a reader of the file would have to change. */
export const PLAN_SCHEMA = 1

/** The code of a problem that keeps a run from doing what was not approved. */
export const NOT_AS_APPROVED = 'not-as-approved'

/** What stands in the file at `plan-path`; docs/plan-file.md tells it to those who read it. */
export interface PlanFile {
  readonly schema: typeof PLAN_SCHEMA
  readonly mode: Run['mode']
  readonly app: App | null
  readonly version: Run['version']
  /** Why the run as a whole could not go on; null if it did. */
  readonly failure: string | null
  readonly steps: readonly (Step & {readonly result?: StepResult})[]
  readonly unchanged: readonly PlannedFile[]
  readonly undecided: readonly PlannedFile[]
  readonly extras: readonly Extra[]
  readonly notes: readonly string[]
  readonly problems: readonly Problem[]
}

/** A plan that somebody agreed to, as far as another plan is held against it. */
export interface ApprovedPlan {
  /** How a person named the file that it comes from. */
  readonly source: string
  readonly app: Pick<App, 'bundleId' | 'id'>
  readonly version: Pick<Version, 'versionString'> & {readonly id: string | null}
  readonly plan: ComparablePlan
}

/** What of a plan tells what would be done, with the names of the assets that its steps speak of. */
export interface ComparablePlan extends Pick<Plan, 'steps'> {
  readonly unchanged: readonly NamedAsset[]
  readonly undecided: readonly NamedAsset[]
  readonly extras: readonly NamedAsset[]
}

export type NamedAsset = Pick<PlannedFile, 'locale' | 'type' | 'fileName' | 'assetId'>
