import * as z from 'zod'

import type {Facts} from '../core/section.ts'
import type {Step} from '../core/step.ts'

/** The detail of a step that sets one field. */
export const fieldDetailSchema = z
  .object({
    kind: z.literal('field'),
    group: z.string().describe('The fields of a group are sent in one request.'),
    name: z.string().describe("Apple's name of the field."),
    value: z
      .union([z.string(), z.boolean()])
      .nullable()
      .optional()
      .describe('What is wanted; null for nothing. Missing if it must not be shown.'),
  })
  .readonly()
export type FieldDetail = z.output<typeof fieldDetailSchema>

/** What an approval of the step covers. A hidden value is not part of it. */
export function factsOfField({detail: {value}}: Pick<Step<FieldDetail>, 'detail'>): Facts {
  return value === undefined ? {} : {value}
}
