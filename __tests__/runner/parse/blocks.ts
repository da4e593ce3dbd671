import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {parse} from 'yaml'
import {documents, examples, ROOT} from '../../documents/documents.ts'

/** A YAML block of a document that is a workflow, or a part of one. */
export interface Block {
  /** The document and the heading that it is under, such as `docs/release.md › The checklist`. */
  readonly title: string
  readonly yaml: string
  /** Whether it is a whole file, and not only steps. */
  readonly isWhole: boolean
}

/** Every block of the documents that is a workflow, or a part of one. */
export const blocks: readonly Block[] = examples.map(({place, yaml}) => {
  const [document = '', line = ''] = place.split(':')
  return {
    title: `${document} › ${headingAt(document, Number(line))}`,
    yaml,
    isWhole: !isSteps(yaml),
  }
})

/** The workflows of this repository: each file name with its text. */
export const ownWorkflows: ReadonlyMap<string, string> = await readOwnWorkflows()

/** @throws if the documents have no such block, or several. */
export function blockTitled(title: string): Block {
  const [block, ...others] = blocks.filter((each) => each.title === title)
  if (block === undefined || others.length > 0) {
    throw new Error(`There are ${others.length + (block === undefined ? 0 : 1)} blocks ${title}.`)
  }
  return block
}

/**
 * A block as a whole file: steps become those of a job `example`, after a checkout and the steps before.
 *
 * @param before - Steps, as YAML.
 */
export function asWorkflow({yaml, isWhole}: Pick<Block, 'yaml' | 'isWhole'>, before = ''): string {
  if (isWhole) return yaml
  const steps = `- uses: actions/checkout@v7\n${before}${yaml}`
  return `name: Example
on: push
permissions:
  contents: read
jobs:
  example:
    runs-on: ubuntu-latest
    steps:
${steps.replaceAll(/^(?=.)/gmu, '      ')}`
}

function isSteps(yaml: string): boolean {
  return Array.isArray(parse(yaml))
}

function headingAt(document: string, line: number): string {
  const above = documents.get(document)?.split('\n').slice(0, line) ?? []
  return above.findLast((each) => /^#+ /u.test(each))?.replace(/^#+ /u, '') ?? ''
}

async function readOwnWorkflows(): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(ROOT, '.github/workflows')
  const names = (await readdir(folder)).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return new Map(names.map((name, index) => [name, texts[index] ?? '']))
}
