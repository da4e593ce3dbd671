import * as z from 'zod'

import {referenceSchema} from '../../../core/step.ts'
import type {Step} from '../../../core/step.ts'

const setFields = {
  set: z.string().describe('Our own name of the set: `<locale>/<type>`.'),
  medium: z.enum(['screenshot', 'preview']),
  locale: z.string(),
  type: z.string().describe("Apple's display type or preview type."),
}

const setDetailSchema = z.object({kind: z.literal('set'), ...setFields}).readonly()

const uploadDetailSchema = z
  .object({
    kind: z.literal('upload'),
    ...setFields,
    path: z.string().describe('Relative to the workspace.'),
    content: z
      .object({
        size: z.number().describe('In bytes.'),
        md5: z.string().describe("Lower-case hex, as App Store Connect's `sourceFileChecksum`."),
        sha256: z.string().describe('Lower-case hex.'),
      })
      .readonly(),
    mimeType: z.string(),
    resumes: z
      .string()
      .nullable()
      .describe("Apple's id of an open reservation to fill; null to reserve anew."),
  })
  .readonly()

const deleteDetailSchema = z
  .object({
    kind: z.literal('delete'),
    ...setFields,
    assetId: z.string(),
    md5: z.string().nullable().describe('Of the bytes that go; null where Apple has none.'),
    cause: z
      .enum(['dead', 'room', 'superseded', 'pruned'])
      .describe(
        '`dead`: a record without content; `room`: the set is full; `superseded`: a file of the same name has taken its place; `pruned`: there is no file for it.',
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

export function isOrder(step: MediaStep): step is OrderStep {
  return step.detail.kind === 'order'
}
