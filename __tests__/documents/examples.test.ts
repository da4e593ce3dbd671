import {expect, test} from '@jest/globals'
import {parse} from 'yaml'
import {readYaml} from '../../src/files/yaml-file.ts'
import {checkDeclaration} from '../../src/metadata/check/check-declaration.ts'
import {checkTogether} from '../../src/metadata/check/check-together.ts'
import {readConfig} from '../../src/metadata/config/read-config.ts'
import {renderConfig} from '../../src/metadata/pulled/render-config.ts'
import {experienceSchema} from '../../src/sections/app-clip-experiences/folder/experience-schema.ts'
import {exampleFiles, examples} from './documents.ts'

/** The current major versions. Change them here and in every example. */
const USED = [
  'actions/checkout@v7',
  'actions/download-artifact@v8',
  'actions/upload-artifact@v7',
  'app-store-sync/app-store-sync@v1',
]

/** How the examples of `app-store.yml` begin. */
const SETTINGS_FILE = /^# (?:app-store\.yml|yaml-language-server)/u

/** Its files are not those of the action: `other-ci.test.ts` runs them. */
const OTHER_CI = 'docs/other-ci.md'

const workflows = examples.filter(({yaml}) => !Array.isArray(parse(yaml)))

test('the examples are found', () => {
  const names = new Set(examples.map(({place}) => place.split(':')[0]))
  expect([...names]).toEqual([
    'README.md',
    'docs/assets.md',
    'docs/fastlane.md',
    'docs/metadata.md',
    'docs/release.md',
    'docs/workflows.md',
  ])
  expect(workflows.length).toBeGreaterThan(9)
  expect(examples.length - workflows.length).toBeGreaterThan(3)
})

test.each(examples)('the example at $place uses current versions', ({yaml}) => {
  const used = stepsIn(parse(yaml)).flatMap(({uses}) => uses ?? [])
  expect(used.filter((uses) => !USED.includes(uses))).toEqual([])
})

test.each(workflows)('the workflow at $place asks for no more than it needs', ({yaml}) => {
  const workflow: ExampleWorkflow = parse(yaml)
  expect(workflow).toMatchObject({name: expect.any(String), on: expect.anything()})
  const opensPullRequest = yaml.includes('gh pr create')
  const comments = yaml.includes('comment: true')
  expect(workflow.permissions).toEqual({
    contents: opensPullRequest ? 'write' : 'read',
    ...(opensPullRequest || comments ? {'pull-requests': 'write'} : {}),
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

const [settings, others] = [true, false].map((isSettings) =>
  exampleFiles.filter(
    ({yaml, place}) => place.split(':')[0] !== OTHER_CI && SETTINGS_FILE.test(yaml) === isSettings,
  ),
)

test.each(others ?? [])('the file at $place is one that the action takes', ({place, yaml}) => {
  expect(readYaml({path: place, text: yaml}, experienceSchema)).toHaveProperty('value')
})

test.each(settings ?? [])('the settings at $place are what the action takes', ({place, yaml}) => {
  const file = {path: place, text: yaml}
  const {declarations, diagnostics} = readConfig(file, {env: null, addSecret: () => {}})
  expect(declarations.length).toBeGreaterThan(2)
  expect([
    ...diagnostics,
    ...declarations.flatMap(checkDeclaration),
    ...checkTogether(declarations),
  ]).toEqual([])
})

test('editors get the schema that a pull names, from the file that it is in', () => {
  const [line = ''] = renderConfig([]).split('\n')
  expect(settings?.filter(({yaml}) => yaml.startsWith(`${line}\n`))).toHaveLength(1)
  expect(line).toMatch(/\/app-store-sync\/v1\/docs\/app-store\.schema\.json$/u)
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
