import * as z from 'zod'

import {referenceSchema} from '../../core/step.ts'
import {CONTENT_NAMES} from './contents.ts'

/** The detail of the step that takes a version back from review. */
export const cancellationDetailSchema = z
  .object({kind: z.literal('cancellation'), submission: z.string().describe("Apple's id of it.")})
  .readonly()
export type CancellationDetail = z.output<typeof cancellationDetailSchema>

/** The detail of the step that submits a version. */
export const submissionDetailSchema = z
  .object({
    kind: z.literal('submission'),
    missing: z
      .array(
        z
          .object({
            name: z.string(),
            next: z.string().describe('What to do about it.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('What Apple still needs. Nothing is submitted unless this is empty.'),
    others: z
      .array(
        z
          .object({
            relationship: z.enum(CONTENT_NAMES).describe("Apple's name of what it is."),
            resource: referenceSchema,
          })
          .readonly(),
      )
      .readonly()
      .describe('What goes to App Review besides the version.'),
  })
  .readonly()
export type SubmissionDetail = z.output<typeof submissionDetailSchema>
