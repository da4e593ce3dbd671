import {access, readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {convertWorkflowTemplate, NoOperationTraceWriter} from '@actions/workflow-parser'
import {parseAction} from '@actions/workflow-parser/actions/action-parser'
import {parseWorkflow} from '@actions/workflow-parser/workflows/workflow-parser'
import {describe, expect, test} from '@jest/globals'
import {parse} from 'yaml'

const root = path.join(import.meta.dirname, '../../..')
const manifest = await readFile(path.join(root, 'action.yml'), 'utf8')

const EXAMPLES = await examples()
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
    await access(path.join(root, runs.main))
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

/** Every YAML block of the documents, with the line that it begins at, and the project's own workflows. */
async function examples(): Promise<readonly (readonly [string, string])[]> {
  const documents = ['README.md', 'SECURITY.md', ...(await filesIn('docs', '.md'))]
  const blocks = await Promise.all(
    documents.map(async (name) => {
      const text = await readFile(path.join(root, name), 'utf8')
      return [...text.matchAll(/^ *```ya?ml\n(?<yaml>.*?)```/gmsu)].map(
        ({index, groups}) => [`${name}:${lineAt(text, index)}`, groups?.['yaml'] ?? ''] as const,
      )
    }),
  )
  const workflows = await filesIn('.github/workflows', '.yml')
  const whole = workflows.map(
    async (name) => [name, await readFile(path.join(root, name), 'utf8')] as const,
  )
  return [...blocks.flat(), ...(await Promise.all(whole))]
}

async function filesIn(folder: string, extension: string): Promise<readonly string[]> {
  const names = await readdir(path.join(root, folder))
  return names.filter((name) => name.endsWith(extension)).map((name) => `${folder}/${name}`)
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
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
