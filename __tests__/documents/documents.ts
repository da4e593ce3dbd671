import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'

export const ROOT = path.join(import.meta.dirname, '../..')

/** What people read: the text of each document, by its path relative to the root. */
export const documents: ReadonlyMap<string, string> = await readDocuments()

/** @throws if there is none. */
export function documentNamed(name: string): string {
  const text = documents.get(name)
  if (text === undefined) throw new Error(`There is no document ${name}.`)
  return text
}

export interface Example {
  /** File and line. */
  readonly place: string
  readonly yaml: string
}

/** Every YAML block of the documents that is a workflow, or a part of one. Another one begins with the path of its file. */
export const examples: readonly Example[] = yamlBlocks().filter(({yaml}) => !yaml.startsWith('# '))

/** The YAML blocks that begin with the path of their file. */
export const exampleFiles: readonly Example[] = yamlBlocks().filter(({yaml}) =>
  yaml.startsWith('# '),
)

function yamlBlocks(): readonly Example[] {
  return [...documents].flatMap(([name, text]) =>
    [...text.matchAll(/^ *```ya?ml\n(?<yaml>.*?)```/gmsu)].map(({index, groups}) => ({
      place: `${name}:${text.slice(0, index).split('\n').length}`,
      yaml: groups?.['yaml'] ?? '',
    })),
  )
}

async function readDocuments(): Promise<ReadonlyMap<string, string>> {
  const inDocs = (await readdir(path.join(ROOT, 'docs'))).filter((name) => name.endsWith('.md'))
  const names = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...inDocs.toSorted().map((name) => `docs/${name}`),
  ]
  const texts = await Promise.all(names.map((name) => readFile(path.join(ROOT, name), 'utf8')))
  return new Map(names.map((name, index) => [name, texts[index] ?? '']))
}
