import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from '@jest/globals'
import {parse} from 'yaml'
import {readYaml} from '../../src/files/yaml-file.ts'
import {experienceSchema} from '../../src/sections/app-clip-experiences/folder/experience-schema.ts'
import {exampleFiles, examples, ROOT} from './documents.ts'

const action: {readonly inputs: object; readonly outputs: object} = parse(
  await readFile(path.join(ROOT, 'action.yml'), 'utf8'),
)

/** The current major versions. Change them here and in every example. */
const USED = [
  'actions/checkout@v7',
  'actions/download-artifact@v8',
  'actions/upload-artifact@v7',
  'app-store-sync/app-store-sync@v1',
]

const workflows = examples.filter(({yaml}) => !Array.isArray(parse(yaml)))

test('the examples are found', () => {
  const names = new Set(examples.map(({place}) => place.split(':')[0]))
  expect([...names]).toEqual([
    'README.md',
    'docs/assets.md',
    'docs/fastlane.md',
    'docs/workflows.md',
  ])
  expect(workflows.length).toBeGreaterThan(9)
  expect(examples.length - workflows.length).toBeGreaterThan(3)
})

test.each(examples)('the example at $place has only inputs that exist', ({yaml}) => {
  const steps = stepsIn(parse(yaml)).filter(({uses}) => uses?.startsWith('app-store-sync/'))
  const inputs = steps.flatMap((step) => Object.keys(step.with ?? {}))
  expect(inputs.filter((name) => !(name in action.inputs))).toEqual([])
})

test.each(examples)('the example at $place reads only outputs that exist', ({yaml}) => {
  const read = [...yaml.matchAll(/\boutputs\.(?<name>[\w-]+)/gu)].map(
    ({groups}) => groups?.['name'] ?? '',
  )
  expect(read.filter((name) => !(name in action.outputs))).toEqual([])
})

test.each(examples)('the example at $place uses current versions', ({yaml}) => {
  const used = stepsIn(parse(yaml)).flatMap(({uses}) => uses ?? [])
  expect(used.filter((uses) => !USED.includes(uses))).toEqual([])
})

test.each(workflows)('the workflow at $place asks for no more than it needs', ({yaml}) => {
  const workflow: ExampleWorkflow = parse(yaml)
  expect(workflow).toMatchObject({name: expect.any(String), on: expect.anything()})
  expect(workflow.permissions).toEqual({
    contents: 'read',
    ...(yaml.includes('comment: true') ? {'pull-requests': 'write'} : {}),
  })
})

test.each(workflows)('the workflow at $place waits for others that write', ({yaml}) => {
  const workflow: ExampleWorkflow = parse(yaml)
  const writes = stepsIn(workflow).some(
    ({uses, with: inputs}) =>
      uses?.startsWith('app-store-sync/') && (inputs?.mode ?? 'sync') === 'sync',
  )
  expect(workflow.concurrency).toEqual(
    writes ? {group: 'app-store-listing', queue: 'max'} : undefined,
  )
})

test.each(exampleFiles)('the file at $place is one that the action takes', ({place, yaml}) => {
  expect(readYaml({path: place, text: yaml}, experienceSchema)).toHaveProperty('value')
})

interface ExampleStep {
  readonly uses?: string
  readonly with?: {readonly mode?: string}
}

interface ExampleWorkflow {
  readonly permissions: object
  readonly concurrency?: object
  readonly jobs: Readonly<Record<string, {readonly steps: readonly ExampleStep[]}>>
}

function stepsIn(example: readonly ExampleStep[] | ExampleWorkflow): readonly ExampleStep[] {
  if (!('jobs' in example)) return example
  return Object.values(example.jobs).flatMap(({steps}) => steps)
}
