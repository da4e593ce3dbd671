import * as z from 'zod'

import {referenceSchema} from '../../core/step.ts'
import type {Step} from '../../core/step.ts'
import {factsOfFile, fileDeleteSchema, fileUploadSchema} from '../../places/detail.ts'

const reviewDetailSchema = z
  .object({
    kind: z.literal('review-detail'),
    version: referenceSchema.describe('The version that it is for.'),
  })
  .readonly()
export type ReviewDetailCreation = z.output<typeof reviewDetailSchema>

/** The details of the section's steps. */
export const attachmentDetailSchema = z.discriminatedUnion('kind', [
  reviewDetailSchema,
  fileUploadSchema,
  fileDeleteSchema,
])
export type AttachmentDetail = z.output<typeof attachmentDetailSchema>

/** What an approval of the step covers. */
export function factsOfAttachment({detail, ...step}: Step<AttachmentDetail>) {
  return detail.kind === 'review-detail' ? {} : factsOfFile({...step, detail})
}
