import type {ReviewAttribute} from '../../apple/review-detail.ts'
import type {Plan} from '../../core/plan.ts'
import type {ChecklistItem} from '../../core/view.ts'
import {fieldRequirement, valueAfter} from '../../fields/requirement.ts'
import {REVIEW} from './review.ts'
import type {StoredReview, WantedReview} from './review.ts'

const ALWAYS = {
  contactFirstName: 'First name of the review contact',
  contactLastName: 'Last name of the review contact',
  contactPhone: 'Phone number of the review contact',
  contactEmail: 'E-mail address of the review contact',
} as const satisfies Partial<Record<ReviewAttribute, string>>

/** Only if App Review has to sign in. */
const FOR_SIGN_IN = {
  demoAccountName: 'Name of the demo account',
  demoAccountPassword: 'Password of the demo account',
} as const satisfies Partial<Record<ReviewAttribute, string>>

/** Whom App Review can ask, and how it signs in. */
export function requirementsOfReview(
  fields: WantedReview,
  {detail}: StoredReview,
  plan: Plan,
): readonly ChecklistItem[] {
  const known = {section: REVIEW, fields, plan}
  const stored = detail?.values ?? {}
  const needsAccount =
    valueAfter(known, 'demoAccountRequired', stored['demoAccountRequired']) === true
  return Object.entries({...ALWAYS, ...(needsAccount ? FOR_SIGN_IN : {})}).map(([name, title]) =>
    fieldRequirement(known, name, {title, stored: stored[name]}),
  )
}
