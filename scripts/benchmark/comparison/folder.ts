import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import path from 'node:path'

import {FAMILIES} from './clients/bodies.ts'
import type {FamilyName} from './clients/bodies.ts'
import type {FileWork} from './clients/job.ts'

/** The files of one locale and one type, in their order. */
export interface FolderSet {
  readonly family: FamilyName
  readonly locale: string
  readonly type: string
  readonly files: readonly FileWork[]
}

/**
 * Reads what a folder wants the store to have.
 *
 * @param workspace - Absolute path of the folder with `screenshots/` and `previews/`, of which one may be missing. Types
 *   have Apple's names.
 */
export async function readFolder(workspace: string): Promise<readonly FolderSet[]> {
  const sets: FolderSet[] = []
  for (const family of ['screenshots', 'previews'] satisfies (keyof typeof FAMILIES)[]) {
    for (const locale of await namesIn(path.join(workspace, family))) {
      for (const type of await namesIn(path.join(workspace, family, locale))) {
        const folder = path.join(workspace, family, locale, type)
        const names = await namesIn(folder)
        const files = await Promise.all(names.map((name) => readFacts(path.join(folder, name))))
        sets.push({family, locale, type, files})
      }
    }
  }
  return sets
}

async function readFacts(file: string): Promise<FileWork> {
  const {size} = await stat(file)
  const hash = createHash('md5')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return {path: file, fileName: path.basename(file), fileSize: size, md5: hash.digest('hex')}
}

/** `2.png` comes before `10.png`. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.toSorted((one, other) => one.localeCompare(other, 'en', {numeric: true}))
}
