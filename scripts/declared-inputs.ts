/** Writes src/inputs/declared-inputs.ts from action.yml: `npm run docs`. A test compares them. */
import {readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {parse} from 'yaml'

const ROOT = path.join(import.meta.dirname, '..')

interface DeclaredInput {
  readonly name: string
  readonly description: string
  /** Empty without one, and if only GitHub knows it. */
  readonly default: string
}

interface Action {
  readonly inputs: Readonly<
    Record<string, {readonly description: string; readonly default?: string}>
  >
}

/** The inputs of action.yml. */
export async function declaredInputs(): Promise<readonly DeclaredInput[]> {
  const {inputs}: Action = parse(await readFile(path.join(ROOT, 'action.yml'), 'utf8'))
  return Object.entries(inputs).map(([name, {description, default: value = ''}]) => ({
    name,
    description,
    default: value.startsWith('${{') ? '' : value,
  }))
}

if (import.meta.main) {
  const lines = [
    '/** Every input of action.yml, from which `npm run docs` makes this file. */',
    `export const DECLARED_INPUTS = ${JSON.stringify(await declaredInputs())} as const`,
    '',
    "export type InputName = (typeof DECLARED_INPUTS)[number]['name']",
    '',
  ]
  await writeFile(path.join(ROOT, 'src/inputs/declared-inputs.ts'), lines.join('\n'))
}
