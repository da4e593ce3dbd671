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
      status: z.enum(['failed', 'rejected', 'unfinished', 'skipped']),
      failure: diagnosticSchema.describe('Why, and what to do next.'),
    })
    .readonly(),
])

const settledSchema = z
  .object({
    section: z.string(),
    state: z
      .enum(['unchanged', 'undecided', 'extra', 'unclear', 'lost'])
      .describe(
        '`unchanged`: App Store Connect has what the folder has; `undecided`: Apple is still processing it; `extra`: it has no matching file, and stays; `unclear`: it stays, because App Store Connect does not say enough to delete it safely; `lost`: somebody removed it during the run.',
      ),
    subject: subjectSchema,
    resourceId: z.string().nullable().describe("Apple's id; null if it has none of its own."),
  })
  .readonly()

export const appSchema = z.object({id: z.string(), bundleId: z.string()}).readonly()

export const versionSchema = z
  .object({
    id: z.string().nullable().describe("Apple's id; null if the version does not exist yet."),
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
  failure: diagnosticSchema.nullable().describe('Why the run stopped early; null if it did not.'),
  settled: z.array(settledSchema).readonly().describe('What the run leaves as it is.'),
  diagnostics: z.array(diagnosticSchema).readonly().describe('Errors, warnings and notes.'),
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
