import * as z from 'zod'

import {CLIP_ACTIONS} from '../../apple/app-clips.ts'
import {referenceSchema} from '../../core/step.ts'
import {fileDeleteSchema, fileUploadSchema} from '../../places/detail.ts'

/** The detail of the step that creates a card. */
export const experienceDetailSchema = z
  .object({
    kind: z.literal('experience'),
    clip: z.string().describe('Bundle ID of the App Clip.'),
    template: z
      .string()
      .nullable()
      .describe("Apple's id of the card that it starts from; null for an empty one."),
  })
  .readonly()
export type ExperienceDetail = z.output<typeof experienceDetailSchema>

/** The detail of the steps of a card. */
export const cardDetailSchema = z.discriminatedUnion('kind', [
  fileUploadSchema,
  fileDeleteSchema,
  z.object({kind: z.literal('action'), action: z.enum(CLIP_ACTIONS)}).readonly(),
  z
    .object({
      kind: z.literal('localization'),
      locale: z.string(),
      subtitle: z.string().nullable().describe('Null if the folder has none.'),
      card: referenceSchema,
    })
    .readonly(),
  z.object({kind: z.literal('subtitle'), subtitle: z.string()}).readonly(),
  z
    .object({
      kind: z.literal('delete-localization'),
      localization: z.string().describe("Apple's id of it."),
      locale: z.string(),
      subtitle: z.string().nullable(),
    })
    .readonly(),
])
export type CardDetail = z.output<typeof cardDetailSchema>
