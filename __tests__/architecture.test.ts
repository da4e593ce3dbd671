import {glob, readFile} from 'node:fs/promises'
import path from 'node:path'

import {describe, expect, it} from '@jest/globals'

/** Which folders of src/ a folder may import from; `main.ts` may import from all. One direction, no way back. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  apple: ['model'],
  local: ['model', 'apple'],
  connect: ['model'],
  remote: ['model', 'apple', 'connect'],
  plan: ['model', 'apple'],
  apply: ['model', 'plan', 'remote'],
  report: ['model', 'apple'],
  action: ['model', 'apple', 'report'],
}

const source = path.join(import.meta.dirname, '../src')

async function importsOf(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const file of glob('**/*.ts', {cwd: path.join(source, folder)})) {
    const text = await readFile(path.join(source, folder, file), 'utf8')
    for (const [, name = ''] of text.matchAll(/(?:from|import\() ?'([^']+)'/g)) {
      const target = name.startsWith('.')
        ? path.relative(source, path.join(source, folder, path.dirname(file), name))
        : name
      found.push(name.startsWith('.') ? (target.split(path.sep)[0] ?? '') : name)
    }
  }
  return found
}

describe('the folders of src', () => {
  it.each(Object.keys(MAY_IMPORT))(
    '%s imports only from where the design lets it',
    async (folder) => {
      const ours = (await importsOf(folder)).filter((name) => name in MAY_IMPORT && name !== folder)
      const allowed = MAY_IMPORT[folder] ?? []
      expect(ours.filter((name) => !allowed.includes(name))).toEqual([])
    },
  )

  it.each(Object.keys(MAY_IMPORT).filter((folder) => folder !== 'action'))(
    '%s knows nothing of the runner',
    async (folder) => {
      const toolkit = (await importsOf(folder)).filter((name) => name.startsWith('@actions/'))
      expect(toolkit).toEqual([])
    },
  )
})
