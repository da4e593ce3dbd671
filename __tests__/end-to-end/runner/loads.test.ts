import {access, readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {convertWorkflowTemplate, NoOperationTraceWriter} from '@actions/workflow-parser'
import {parseAction} from '@actions/workflow-parser/actions/action-parser'
import {parseWorkflow} from '@actions/workflow-parser/workflows/workflow-parser'
import {describe, expect, test} from '@jest/globals'
import {parse} from 'yaml'
import {examples, ROOT} from '../../documents/documents.ts'

const manifest = await readFile(path.join(ROOT, 'action.yml'), 'utf8')

const EXAMPLES = await loadable()
const EXPRESSION = '${{ github.ref_name }}'

/** What GitHub's own parser has against an action.yml. */
function actionErrors(content: string): readonly string[] {
  const {context} = parseAction({name: 'action.yml', content}, new NoOperationTraceWriter())
  return context.errors.getErrors().map(({message}) => message)
}

/** What GitHub's own parser has against a workflow. */
async function workflowErrors(content: string): Promise<readonly string[]> {
  const file = {name: 'workflow.yml', content}
  const {context, value} = parseWorkflow(file, new NoOperationTraceWriter())
  // Adds what only the whole shows, such as a job that needs one that does not exist.
  if (value !== undefined) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({message}) => message)
}

describe('A runner can load', () => {
  test('action.yml', () => {
    expect(actionErrors(manifest)).toEqual([])
  })

  test('what action.yml names as its program', async () => {
    const {runs} = parse(manifest)
    expect(runs).toEqual({using: 'node24', main: 'dist/index.js'})
    await access(path.join(ROOT, runs.main))
  })

  test.each(EXAMPLES)('the example at %s', async (_, yaml) => {
    expect(await workflowErrors(asWorkflow(yaml))).toEqual([])
  })
})

describe('A runner cannot load', () => {
  test.each([
    ['a description', /^( {4}description: ).*$/mu],
    ['the description of the action', /^(description: ).*$/mu],
    ['the name', /^(name: ).*$/mu],
  ])('an action.yml with an expression in %s', (_, line) => {
    expect(actionErrors(manifest.replace(line, `$1'${EXPRESSION}'`))).toEqual([
      expect.stringContaining("Unrecognized named-value: 'github'"),
    ])
  })

  test('an example with a context or a job that does not exist', async () => {
    expect(await workflowErrors(stepWith(EXPRESSION))).toEqual([])
    expect(await workflowErrors(stepWith('${{ secret.X }}'))).toHaveLength(1)
    const needy = 'on: push\njobs: {a: {runs-on: x, needs: [b], steps: [{run: x}]}}'
    expect(await workflowErrors(needy)).not.toEqual([])
  })
})

/** The examples of the documents, and the project's own workflows. */
async function loadable(): Promise<readonly (readonly [string, string])[]> {
  const workflows = await readdir(path.join(ROOT, '.github/workflows'))
  const whole = workflows.map(
    async (name) =>
      [name, await readFile(path.join(ROOT, '.github/workflows', name), 'utf8')] as const,
  )
  return [...examples.map(({place, yaml}) => [place, yaml] as const), ...(await Promise.all(whole))]
}

function stepWith(value: string): string {
  return asWorkflow(`- run: echo "$X"\n  env: {X: '${value}'}\n`)
}

/** A list of steps becomes the steps of a job. */
function asWorkflow(yaml: string): string {
  if (!Array.isArray(parse(yaml))) return yaml
  const steps = yaml.replaceAll(/^/gmu, '      ')
  return `on: push\njobs:\n  example:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
}
