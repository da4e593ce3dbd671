import * as z from 'zod'

import {TEXT_ATTRIBUTES} from './fields.ts'

/** The detail of the section's steps. */
export const textDetailSchema = z
  .object({
    locale: z.string(),
    attribute: z.enum(TEXT_ATTRIBUTES).describe("Apple's name of the text."),
    text: z.string().describe('The whole text that is wanted.'),
  })
  .readonly()
export type TextDetail = z.output<typeof textDetailSchema>
