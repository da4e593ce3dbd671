import * as z from 'zod'

import {reviewDetailCreationSchema} from '../../review-detail/creation-step.ts'
import {fieldDetailSchema} from '../../fields/detail.ts'

/** The details of the section's steps. */
export const reviewDetailSchema = z.union([reviewDetailCreationSchema, fieldDetailSchema])
export type ReviewStepDetail = z.output<typeof reviewDetailSchema>
