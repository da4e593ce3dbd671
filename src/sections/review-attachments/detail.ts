import * as z from 'zod'

import {reviewDetailCreationSchema} from '../../review-detail/creation-step.ts'
import type {Step} from '../../core/step.ts'
import {factsOfFile, fileDeleteSchema, fileUploadSchema} from '../../places/detail.ts'

/** The details of the section's steps. */
export const attachmentDetailSchema = z.discriminatedUnion('kind', [
  reviewDetailCreationSchema,
  fileUploadSchema,
  fileDeleteSchema,
])
export type AttachmentDetail = z.output<typeof attachmentDetailSchema>

/** What an approval of the step covers. */
export function factsOfAttachment({detail, ...step}: Step<AttachmentDetail>) {
  return detail.kind === 'review-detail' ? {} : factsOfFile({...step, detail})
}
