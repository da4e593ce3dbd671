import {existsSync} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from '@jest/globals'
import {parse} from 'yaml'
import {readmeWithTables} from '../scripts/readme-tables.ts'

const root = path.join(import.meta.dirname, '..')
const readme = await readFile(path.join(root, 'README.md'), 'utf8')
const action: {readonly inputs: object; readonly outputs: object} = parse(
  await readFile(path.join(root, 'action.yml'), 'utf8'),
)

test('the generated tables are those of action.yml and src/apple; "npm run docs" renews them', async () => {
  expect(await readmeWithTables(readme)).toBe(readme)
})

test.each(quotedMessages())(
  'troubleshooting quotes a message that the action has: %s',
  async (quote) => {
    const source = await sourceText()
    const missing = quote
      .split('…')
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '' && !source.includes(piece))
    expect(missing).toEqual([])
  },
)

test('troubleshooting has messages at all', () => {
  expect(quotedMessages().length).toBeGreaterThan(20)
})

test.each(workflowSteps())('a step of the examples has only inputs that exist: %j', (inputs) => {
  expect(inputs.filter((name) => !(name in action.inputs))).toEqual([])
})

test('the examples read only outputs that exist', () => {
  const read = [...readme.matchAll(/outputs\.(?<name>[a-z-]+)/gu)].map(
    (match) => match.groups?.['name'] ?? '',
  )
  expect(read.length).toBeGreaterThan(0)
  expect(read.filter((name) => !(name in action.outputs))).toEqual([])
})

/** The first cell of each row of the troubleshooting tables. */
function quotedMessages(): readonly string[] {
  const section = readme.slice(
    readme.indexOf('## Troubleshooting'),
    readme.indexOf('## Development'),
  )
  return [...section.matchAll(/^\| `(?<quote>[^`]+)` /gmu)].map(
    ({groups}) => groups?.['quote'] ?? '',
  )
}

/** The names of the inputs in each example that uses this action. */
function workflowSteps(): readonly (readonly [readonly string[]])[] {
  const blocks = [...readme.matchAll(/^ *```yaml\n(?<yaml>.*?)```/gmsu)]
  return blocks
    .flatMap(({groups}) => stepsIn(parse(groups?.['yaml'] ?? '')))
    .filter(({uses}) => uses?.startsWith('app-store-sync/'))
    .map((step) => [Object.keys(step.with ?? {})] as const)
}

interface ExampleStep {
  readonly uses?: string
  readonly with?: object
}

interface ExampleWorkflow {
  readonly jobs: Readonly<Record<string, {readonly steps: readonly ExampleStep[]}>>
}

function stepsIn(example: readonly ExampleStep[] | ExampleWorkflow): readonly ExampleStep[] {
  if (!('jobs' in example)) return example
  return Object.values(example.jobs).flatMap(({steps}) => steps)
}

/** All source files in one text, as their messages read when they are shown. */
async function sourceText(): Promise<string> {
  const folder = path.join(root, 'src')
  const names = await readdir(folder, {recursive: true})
  const files = names.filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))
  return texts.join('\n').replaceAll('\\', '')
}

test('SECURITY.md names tests and files that exist', async () => {
  const text = await readFile(path.join(root, 'SECURITY.md'), 'utf8')
  const names = [...text.matchAll(/`([a-z-]+\/[\w/.-]+)`/gu)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(15)
  const missing = names.filter(
    (name) =>
      !existsSync(path.join(root, name)) &&
      !existsSync(path.join(root, '__tests__', `${name}.test.ts`)),
  )
  expect(missing).toEqual([])
})
