import {EMPTY_PLAN, joinPlans} from '../../core/plan.ts'
import type {Plan} from '../../core/plan.ts'
import {versionReference} from '../../core/policy.ts'
import type {Policy} from '../../core/policy.ts'
import {reviewDetailStep} from '../../review-detail/creation-step.ts'
import {planFields} from '../../fields/plan-fields.ts'
import {REVIEW, REVIEW_DETAIL} from './review.ts'
import type {StoredReview, WantedReview} from './review.ts'

/**
 * Plans a step for each field that differs. If the version has no review detail, one request creates it with all of
 * them.
 */
export function planReview(
  fields: WantedReview,
  {versionId, detail}: StoredReview,
  policy: Policy,
): Plan {
  if (fields.length === 0) return EMPTY_PLAN
  const {openingSteps} = policy
  const version = versionReference(versionId, policy)
  const group = {section: REVIEW, group: REVIEW_DETAIL, place: REVIEW, fields}
  if (detail !== null) {
    // The review detail of a new version comes with it: the plan is made anew as soon as its id is known.
    const resource = versionId === null ? version : {id: detail.id}
    return planFields({...group, stored: detail.values, resource, needs: openingSteps})
  }
  const creation = reviewDetailStep({
    section: REVIEW,
    version,
    needs: openingSteps,
    reason: 'The version has none yet',
  })
  const own = planFields({
    ...group,
    stored: {},
    resource: {step: creation.id},
    needs: [creation.id],
    writes: 0,
  })
  return joinPlans([{...EMPTY_PLAN, steps: [creation]}, own])
}
