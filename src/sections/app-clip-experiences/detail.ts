import * as z from 'zod'

import {fileUploadSchema} from '../../places/detail.ts'
import {experienceSchema} from './folder/experience-schema.ts'

const declared = {
  clip: z.string().describe("Apple's id of the App Clip."),
  declared: experienceSchema.describe('What the file says, by its keys.'),
}

/** The detail of the section's steps. */
export const experienceDetailSchema = z.discriminatedUnion('kind', [
  fileUploadSchema,
  z
    .object({
      kind: z.literal('create'),
      ...declared,
      image: z.string().describe('Id of the step that uploads the image.'),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('update'),
      ...declared,
      changes: z.array(z.string()).readonly().describe('Keys of what changes.'),
      image: z
        .string()
        .nullable()
        .describe('Id of the step that uploads the image; null if it stays.'),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('remove'),
      experience: z.string().describe("Apple's id of it."),
      link: z.string(),
    })
    .readonly(),
])
export type ExperienceDetail = z.output<typeof experienceDetailSchema>
