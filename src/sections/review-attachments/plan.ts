import {joinPlans} from '../../core/plan.ts'
import type {Plan} from '../../core/plan.ts'
import {versionReference} from '../../core/policy.ts'
import type {Policy} from '../../core/policy.ts'
import {reviewDetailStep} from '../../review-detail/creation-step.ts'
import type {Reference} from '../../core/step.ts'
import type {Place} from '../../places/place.ts'
import {planPlace} from '../../places/plan-place.ts'
import {SECTION} from './attachments.ts'
import type {StoredAttachments, WantedAttachments} from './attachments.ts'

/**
 * Plans the attachments, and the review detail that they belong to if the version has none. A new version starts with a
 * copy of its predecessor's review detail [inferred], but not of the attachments [inferred].
 */
export function planAttachments(
  {files}: WantedAttachments,
  {versionId, detailId, files: stored}: StoredAttachments,
  policy: Policy,
): Plan {
  const {openingSteps} = policy
  const version = versionReference(versionId, policy)
  const place = (parent: Reference): Place => ({
    name: SECTION,
    section: SECTION,
    noun: 'attachment',
    locale: null,
    family: 'reviewAttachment',
    holds: 'many',
    parent,
    files,
    stored,
  })
  if (detailId !== null) {
    // The review detail of a new version comes with it: the plan is made anew as soon as its id is known.
    const parent = versionId === null ? version : {id: detailId}
    return planPlace(place(parent), policy, openingSteps)
  }
  const detail = reviewDetailStep({
    section: SECTION,
    version,
    needs: openingSteps,
    reason: 'The version has none yet, and attachments belong to it',
  })
  const own = planPlace(place({step: detail.id}), policy, [...openingSteps, detail.id])
  return joinPlans([{steps: [detail], settled: [], diagnostics: []}, own])
}
