import * as z from 'zod'

import {diagnosticSchema} from '../diagnostic.ts'
import {MODES} from '../run.ts'
import {stepSchema, subjectSchema} from '../step.ts'

/** Raise it whenever readers of the file have to change. */
export const PLAN_SCHEMA = 2

const resultSchema = z.union([
  z.object({status: z.literal('done'), resourceId: z.string().nullable()}).readonly(),
  z
    .object({
      status: z.enum(['failed', 'unfinished', 'skipped']),
      failure: diagnosticSchema.describe('Why, and what to do next.'),
    })
    .readonly(),
])

const settledSchema = z
  .object({
    section: z.string(),
    state: z.enum(['unchanged', 'undecided', 'extra', 'unclear', 'lost']),
    subject: subjectSchema,
    resourceId: z.string().nullable().describe("Apple's id of it."),
  })
  .readonly()

export const appSchema = z.object({id: z.string(), bundleId: z.string()}).readonly()

export const versionSchema = z
  .object({
    id: z.string().nullable().describe("Apple's id; null for a version that is yet to be created."),
    versionString: z.string(),
    state: z.string().describe("Apple's `appVersionState`."),
  })
  .readonly()

/** The fields of the file at `plan-path`, without its steps. */
export const planFileFields = {
  schema: z.literal(PLAN_SCHEMA),
  mode: z.enum(MODES),
  app: appSchema.nullable(),
  version: versionSchema.nullable(),
  failure: diagnosticSchema
    .nullable()
    .describe('Why the run as a whole could not go on; null if it did.'),
  settled: z.array(settledSchema).readonly().describe('What the run leaves as it is.'),
  diagnostics: z.array(diagnosticSchema).readonly().describe('What a person has to know.'),
}

/** The plan file. A step without a result was never started. */
export const planFileSchema = z
  .object({
    ...planFileFields,
    steps: z
      .array(z.object({...stepSchema.unwrap().shape, result: resultSchema.optional()}).readonly())
      .readonly(),
  })
  .readonly()
export type PlanFile = z.output<typeof planFileSchema>

export {resultSchema}
