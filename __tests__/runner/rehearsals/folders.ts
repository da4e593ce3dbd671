import {rm} from 'node:fs/promises'
import {folderWith} from '../../helpers/media.ts'
import type {Files} from '../../helpers/scenario.ts'

const folders: string[] = []

/** As `folderWith`, until {@link removeFolders}. */
export async function newFolder(entries: Files = {}): Promise<string> {
  const folder = await folderWith(entries)
  folders.push(folder)
  return folder
}

export async function removeFolders(): Promise<void> {
  await Promise.all(folders.splice(0).map((each) => rm(each, {recursive: true})))
}
