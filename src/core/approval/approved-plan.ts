import type {Step} from '../step.ts'
import type {App, Version} from '../vocabulary.ts'

/** The code of the diagnostic for a step that was not approved. */
export const NOT_AS_APPROVED = 'not-as-approved'

/** A plan that somebody approved, with what the current plan is compared with. */
export interface ApprovedPlan {
  /** Its file, as the user named it. */
  readonly source: string
  readonly app: App | null
  readonly version: Pick<Version, 'id' | 'versionString'> | null
  readonly steps: readonly Step[]
}
