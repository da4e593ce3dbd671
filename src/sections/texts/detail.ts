import * as z from 'zod'

import {TEXT_ATTRIBUTES} from '../../metadata/text-fields.ts'

/** The detail of the section's steps. */
export const textDetailSchema = z.union([
  z
    .object({
      kind: z.literal('text'),
      locale: z.string(),
      attribute: z.enum(TEXT_ATTRIBUTES).describe("Apple's name of the text."),
      text: z.string().nullable().describe('The whole text that is wanted; null if it is secret.'),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('app info'),
      locale: z.string(),
      name: z
        .string()
        .nullable()
        .describe('The name to begin with; null if the steps of the texts have it.'),
    })
    .readonly(),
])
export type TextDetail = z.output<typeof textDetailSchema>
