import type {Step} from '../step.ts'
import type {AppIdentity, Version} from '../vocabulary.ts'

/** The code of the diagnostic for a step that was not approved. */
export const NOT_AS_APPROVED = 'not-as-approved'

/** A plan that somebody approved, with what the current plan is compared with. */
export interface ApprovedPlan {
  /** Its file, as the user named it. */
  readonly source: string
  readonly app: AppIdentity | null
  readonly version: Pick<Version, 'id' | 'versionString'> | null
  readonly steps: readonly Step[]
}
