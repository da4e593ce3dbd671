import * as z from 'zod'

import {referenceSchema} from '../core/step.ts'
import type {Reference, Step} from '../core/step.ts'

const STEP_ID = 'create:review-detail'

/** The detail of the step that creates the review detail of the version. */
export const reviewDetailCreationSchema = z
  .object({
    kind: z.literal('review-detail'),
    version: referenceSchema.describe('The version that it is for.'),
  })
  .readonly()
export type ReviewDetailCreation = z.output<typeof reviewDetailCreationSchema>

/**
 * Creates the review detail of the version. Two sections may plan it, each for what belongs to the review detail; the
 * one that is listed first carries it out.
 */
export function reviewDetailStep(options: {
  readonly section: string
  readonly version: Reference
  readonly needs: readonly string[]
  readonly reason: string
}): Step<ReviewDetailCreation> {
  const {section, version, needs, reason} = options
  return {
    id: STEP_ID,
    section,
    action: 'create',
    needs,
    subject: {
      noun: 'App Review information',
      name: '',
      locale: null,
      place: section,
      file: null,
    },
    before: null,
    after: null,
    reason,
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {kind: 'review-detail', version},
  }
}
