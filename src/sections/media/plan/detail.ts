import * as z from 'zod'

import {referenceSchema} from '../../../core/step.ts'
import type {Step} from '../../../core/step.ts'
import {uploadFields} from '../../../places/detail.ts'

const setFields = {
  set: z.string().describe('The set: `<locale>/<type>`.'),
  medium: z.enum(['screenshot', 'preview']),
  locale: z.string(),
  type: z.string().describe("Apple's display type or preview type."),
}

const setDetailSchema = z.object({kind: z.literal('set'), ...setFields}).readonly()

const uploadDetailSchema = z
  .object({
    kind: z.literal('upload'),
    ...setFields,
    ...uploadFields,
  })
  .readonly()

const deleteDetailSchema = z
  .object({
    kind: z.literal('delete'),
    ...setFields,
    assetId: z.string(),
    md5: z
      .string()
      .nullable()
      .describe('Of what is deleted; null if App Store Connect shows none.'),
    cause: z
      .enum(['dead', 'room', 'superseded', 'pruned'])
      .describe(
        '`dead`: left over from a failed or unfinished upload; `room`: the set is full; `superseded`: replaced by a file of the same name; `pruned`: has no matching file.',
      ),
  })
  .readonly()

const posterDetailSchema = z
  .object({
    kind: z.literal('poster'),
    ...setFields,
    asset: referenceSchema.describe('The preview.'),
    timeCode: z.string().describe('`HH:MM:SS:FF`.'),
  })
  .readonly()

const orderDetailSchema = z
  .object({
    kind: z.literal('order'),
    ...setFields,
    order: z
      .array(z.object({asset: referenceSchema, name: z.string()}).readonly())
      .readonly()
      .describe('The whole set in its final order.'),
  })
  .readonly()

/** The detail of the section's steps. */
export const mediaDetailSchema = z.discriminatedUnion('kind', [
  setDetailSchema,
  uploadDetailSchema,
  deleteDetailSchema,
  posterDetailSchema,
  orderDetailSchema,
])
export type MediaDetail = z.output<typeof mediaDetailSchema>

export type SetStep = Step<z.output<typeof setDetailSchema>>
export type UploadStep = Step<z.output<typeof uploadDetailSchema>>
export type DeleteStep = Step<z.output<typeof deleteDetailSchema>>
export type PosterStep = Step<z.output<typeof posterDetailSchema>>
export type OrderStep = Step<z.output<typeof orderDetailSchema>>
export type MediaStep = Step<MediaDetail>

/** Why something is deleted. */
export type DeleteCause = DeleteStep['detail']['cause']

export function isUpload(step: MediaStep): step is UploadStep {
  return step.detail.kind === 'upload'
}

export function isDeletion(step: MediaStep): step is DeleteStep {
  return step.detail.kind === 'delete'
}

export function isPoster(step: MediaStep): step is PosterStep {
  return step.detail.kind === 'poster'
}

export function isOrder(step: MediaStep): step is OrderStep {
  return step.detail.kind === 'order'
}
