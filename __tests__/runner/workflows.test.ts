import {access} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from '@jest/globals'
import {ROOT} from '../documents/documents.ts'
import {ACTION_YML, actionErrors, OUR_ACTION} from './parse/action.ts'
import {asWorkflow, blocks, ownWorkflows} from './parse/blocks.ts'
import {deadReferences} from './parse/references.ts'
import {readWorkflow, workflowErrors} from './parse/workflow.ts'

/** What steps in a document may refer to. */
const LISTING = '- uses: app-store-sync/app-store-sync@v1\n  id: listing\n'

const workflows = [
  ...blocks.map((block) => {
    const needsListing = block.yaml.includes('steps.listing') && !block.yaml.includes('id: listing')
    return [block.title, asWorkflow(block, needsListing ? LISTING : '')] as const
  }),
  ...[...ownWorkflows].map(([name, yaml]) => [`.github/workflows/${name}`, yaml] as const),
]

test('GitHub takes action.yml, and finds its program', async () => {
  expect(actionErrors(ACTION_YML)).toEqual([])
  expect(OUR_ACTION.runs).toMatchObject({using: 'node24', main: 'dist/index.js'})
  await access(path.join(ROOT, 'dist/index.js'))
})

test.each([
  ['a description', /^( {4}description: ).*$/mu],
  ['the description of the action', /^(description: ).*$/mu],
  ['the name', /^(name: ).*$/mu],
])('GitHub would not take an action.yml with an expression in %s', (_, line) => {
  expect(actionErrors(ACTION_YML.replace(line, "$1'${{ github.ref_name }}'"))).toEqual([
    expect.stringContaining("Unrecognized named-value: 'github'"),
  ])
})

test.each(workflows)('GitHub takes %s, and nothing in it refers to nothing', async (_, yaml) => {
  expect(await workflowErrors(yaml)).toEqual([])
  expect(deadReferences(await readWorkflow(yaml))).toEqual([])
})

test.each([
  [
    'a context',
    'on: push\njobs: {a: {runs-on: x, env: {X: "${{ secret.X }}"}, steps: [{run: x}]}}',
  ],
  ['a job', 'on: push\njobs: {a: {runs-on: x, needs: [b], steps: [{run: x}]}}'],
  ['a key', 'on: push\njobs: {a: {runs-on: x, step: [{run: x}]}}'],
  ['an event', 'on: pushed\njobs: {a: {runs-on: x, steps: [{run: x}]}}'],
])('GitHub would not take a workflow with %s that does not exist', async (_, yaml) => {
  expect(await workflowErrors(yaml)).not.toEqual([])
})

const TWO_JOBS = `on: push
jobs:
  plan:
    runs-on: x
    outputs: {matrix: '\${{ steps.plan.outputs.matrix }}'}
    steps:
      - {id: plan, uses: app-store-sync/app-store-sync@v1, with: {mode: plan}}
      - {id: other, run: echo a=b >> "$GITHUB_OUTPUT", if: steps.plan.outputs.changed == 'true'}
      - {run: 'echo \${{ steps.other.outputs.a }}'}
  sync:
    needs: plan
    runs-on: x
    strategy: {matrix: '\${{ fromJSON(needs.plan.outputs.matrix) }}'}
    steps:
      - {uses: ./, with: {locales: '\${{ matrix.locales }}'}, if: "!(needs.plan.result == 'failure')"}
`

test('A workflow whose references all lead somewhere has no dead ones', async () => {
  expect(deadReferences(await readWorkflow(TWO_JOBS))).toEqual([])
})

test.each([
  ['with: {mode:', 'with: {mod:', 'plan: the action has no input mod'],
  ['with: {locales:', 'with: {locale:', 'sync: the action has no input locale'],
  [
    'plan.outputs.matrix }}',
    'plan.outputs.matrices }}',
    'plan: there is no steps.plan.outputs.matrices',
  ],
  [
    'steps.plan.outputs.changed',
    'steps.plans.outputs.changed',
    'plan: there is no steps.plans.outputs.changed',
  ],
  [
    'fromJSON(needs.plan.outputs.matrix)',
    'fromJSON(needs.plan.outputs.shards)',
    'sync: there is no needs.plan.outputs.shards',
  ],
  ['needs: plan', 'needs: []', 'sync: there is no needs.plan.outputs.matrix'],
])('%s instead of %s is found', async (right, wrong, message) => {
  const references = deadReferences(await readWorkflow(TWO_JOBS.replace(right, wrong)))
  expect(references).toContain(message)
})
