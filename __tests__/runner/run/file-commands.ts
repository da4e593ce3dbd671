import {mkdtemp, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {parsePairs} from '../../../simulator/runner/file-pairs.ts'

/** What a step told the runner through its files. */
export interface FileCommands {
  readonly outputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  /** Folders for the front of PATH, the last one first. */
  readonly paths: readonly string[]
  readonly summary: string
}

const NAMES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const

/** Makes the files of one step, in a folder; `read` takes what the step has written into them. */
export async function fileCommands(temp: string) {
  const folder = await mkdtemp(path.join(temp, '_runner_file_commands-'))
  const files = Object.fromEntries(NAMES.map((name) => [name, path.join(folder, name)]))
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')))
  const contentOf = (name: (typeof NAMES)[number]) => readFile(path.join(folder, name), 'utf8')
  return {
    variables: files,
    async read(): Promise<FileCommands> {
      const paths = (await contentOf('GITHUB_PATH')).split('\n').filter((line) => line !== '')
      return {
        outputs: parsePairs(await contentOf('GITHUB_OUTPUT')),
        env: parsePairs(await contentOf('GITHUB_ENV')),
        paths: paths.toReversed(),
        summary: await contentOf('GITHUB_STEP_SUMMARY'),
      }
    },
  }
}
