/** Writes docs/plan-file.schema.json from the schemas of src: `npm run docs`. A test compares them. */
import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import {readInputs} from '../src/inputs/inputs.ts'
import type {AnySection} from '../src/core/any-section.ts'
import {planFileFields, PLAN_SCHEMA, resultSchema} from '../src/core/approval/plan-file.ts'
import {diagnosticSchema, filePositionSchema} from '../src/core/diagnostic.ts'
import {referenceSchema, stepSchema, stepSchemaOf, subjectSchema} from '../src/core/step.ts'
import {MANAGED} from '../src/managed.ts'
import {listSections} from '../src/sections.ts'

const ROOT = path.join(import.meta.dirname, '..')

/** What is told once, by its name, wherever it stands. */
const DEFINITIONS = {
  diagnostic: diagnosticSchema,
  file: filePositionSchema,
  reference: referenceSchema,
  result: resultSchema,
  shown: stepSchema.unwrap().shape.before.unwrap(),
  subject: subjectSchema,
}

/** The JSON Schema of what stands in the file at `plan-path`. */
export async function planSchema(): Promise<object> {
  for (const [id, schema] of Object.entries(DEFINITIONS)) {
    z.globalRegistry.add(schema, {...z.globalRegistry.get(schema), id})
  }
  const steps = (await allSections()).map(({name, detail}) =>
    stepSchemaOf(name, detail).extend({result: resultSchema.optional()}),
  )
  const {settled, diagnostics, ...about} = planFileFields
  const file = z.object({...about, steps: z.array(z.union(steps)), settled, diagnostics})
  const {$schema, ...schema} = z.toJSONSchema(file, {
    target: 'draft-7',
    // What our types say to us is nothing that a reader of a file could break.
    override: ({jsonSchema}) => delete jsonSchema.readOnly,
  })
  return {$schema, title: `Plan of App Store Sync, schema ${PLAN_SCHEMA}`, ...schema}
}

/** Every section, as a run with nothing but the defaults of action.yml has it. */
async function allSections(): Promise<readonly AnySection[]> {
  const inputs = readInputs({read: () => '', workspace: ROOT}, MANAGED)
  const options = {
    managed: new Map(),
    store: null,
    whenOthersAreDone: async () => null,
    othersHaveWork: async () => false,
    startedAt: 0,
    addSecret: () => {},
  }
  return listSections(inputs, options).map(({section}) => section)
}

if (import.meta.main) {
  const file = path.join(ROOT, 'docs/plan-file.schema.json')
  await writeFile(file, `${JSON.stringify(await planSchema(), null, 2)}\n`)
}
