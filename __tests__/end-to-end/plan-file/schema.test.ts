import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, expect, test} from '@jest/globals'
import {Ajv} from 'ajv'
import {everyKindOfStep} from '../../helpers/every-kind-of-step.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {planSchema} from '../../../scripts/plan-schema.ts'
import {closeScenarios, place, scenario, shots} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const docs = path.join(import.meta.dirname, '../../../docs')
const schema: object = JSON.parse(await readFile(path.join(docs, 'plan-file.schema.json'), 'utf8'))
const validate = new Ajv({allErrors: true, allowUnionTypes: true}).compile(schema)

/** The file of a run that did nothing. */
const EMPTY = {
  schema: 2,
  mode: 'plan',
  app: null,
  version: null,
  failure: null,
  steps: [],
  settled: [],
  diagnostics: [],
}

function faults(plan: unknown): unknown {
  return validate(plan) ? [] : validate.errors
}

test.concurrent('The files of a plan and of the run after it have the documented form', async () => {
  const {run} = await everyKindOfStep()
  const planned = green(await run({mode: 'plan', prune: 'true'}))
  expect(planned.plan?.steps.length).toBeGreaterThan(5)
  expect(faults(planned.plan)).toEqual([])
  const done = green(await run({prune: 'true'}))
  expect(faults(done.plan)).toEqual([])
  expect(done.plan).toHaveProperty('steps.0.result.status', 'done')
})

test.concurrent('The file of a plan that creates the version has the documented form', async () => {
  const {run} = await scenario(await shots({'1.png': 1}), {
    apps: [{bundleId: 'com.example.app', versions: []}],
  })
  const {plan} = green(await run({mode: 'plan', version: '1.0', 'create-version': 'true'}))
  expect(plan).toHaveProperty('steps.0.section', 'version')
  expect(plan).toHaveProperty('steps.0.action', 'create')
  expect(faults(plan)).toEqual([])
})

test.concurrent('The files of runs that fail or only validate have the documented form', async () => {
  const {run, write} = await scenario(await shots({'1.png': 1}))
  expect(faults(green(await run({mode: 'validate'})).plan)).toEqual([])
  const lost = red(await run({'bundle-id': 'com.example.none'}))
  expect(lost.plan).toHaveProperty('failure.what', expect.stringContaining('com.example.none'))
  expect(faults(lost.plan)).toEqual([])
  await write({'screenshots/appleTV/en-US/1.png': ''})
  expect(faults(green(await run({mode: 'validate'})).plan)).toEqual([])
  await write({[place('bad.png')]: ''})
  expect(faults(red(await run()).plan)).toEqual([])
})

test('The schema refuses what is no plan', () => {
  expect(faults(EMPTY)).toEqual([])
  expect(faults({...EMPTY, schema: 1})).not.toEqual([])
  expect(faults({...EMPTY, unchanged: []})).not.toEqual([])
  expect(faults({schema: 2})).not.toEqual([])
})

test('The schema is that of the code; "npm run docs" renews it', async () => {
  expect(await planSchema()).toEqual(schema)
})

test('The step in the document has the documented form, and fits no other section', async () => {
  const text = await readFile(path.join(docs, 'plan-file.md'), 'utf8')
  const [, json = ''] = /```json\n(.*?)```/su.exec(text) ?? []
  const step: object = JSON.parse(json)
  expect(faults({...EMPTY, steps: [step]})).toEqual([])
  for (const wrong of [{section: 'version'}, {action: 'rename'}, {detail: {}}, {result: 'done'}]) {
    expect(faults({...EMPTY, steps: [{...step, ...wrong}]})).not.toEqual([])
  }
})

test('The document tells every member that the schema has', async () => {
  const text = await readFile(path.join(docs, 'plan-file.md'), 'utf8')
  // An experience is declared in a file with the same keys, which has a document of its own.
  const described = JSON.stringify(schema, (key, value) => (key === 'declared' ? {} : value))
  const names = [...described.matchAll(/"(?<name>\w+)":\{/gu)].map(
    ({groups}) => groups?.['name'] ?? '',
  )
  const words = new Set(['properties', 'items', 'definitions', 'reference', 'shown'])
  const missing = names.filter((name) => !words.has(name) && !text.includes(name))
  expect(names.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})
