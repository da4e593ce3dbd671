/** Writes docs/app-store.schema.json from the schema of src: `npm run docs`. A test compares them. */
import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import {configSchema} from '../src/metadata/schema.ts'

/** The JSON Schema of `app-store.yml`, with which editors complete it. */
export function configJsonSchema(): object {
  const {$schema, ...schema} = z.toJSONSchema(configSchema, {target: 'draft-7', io: 'input'})
  return {$schema, title: 'app-store.yml of App Store Sync', ...schema}
}

if (import.meta.main) {
  const file = path.join(import.meta.dirname, '../docs/app-store.schema.json')
  await writeFile(file, `${JSON.stringify(configJsonSchema(), null, 2)}\n`)
}
