import {cp, glob} from 'node:fs/promises'
import path from 'node:path'

import {LOCALES} from '../../../src/apple/locales.ts'
import {MEGABYTE, makePreviews, makeScreenshot, makeScreenshots} from '../make-files.ts'

/** The folders of all scenarios, as absolute paths. */
export interface Folders {
  /** Ten screenshots of one locale and one type. */
  readonly ten: string
  /** 40 locales × 3 display types × 10 screenshots. */
  readonly catalogue: string
  /** The catalogue, before one file of twenty was changed. */
  readonly older: string
  /** One preview of 500 MB. */
  readonly preview: string
}

/** @param inside - An empty folder. */
export async function makeFolders(inside: string): Promise<Folders> {
  const folders = {
    ten: path.join(inside, 'ten'),
    catalogue: path.join(inside, 'catalogue'),
    older: path.join(inside, 'older'),
    preview: path.join(inside, 'preview'),
  }
  await makeScreenshots(folders.ten, ['en-US'], 10, 1)
  await makeScreenshots(folders.catalogue, LOCALES.slice(0, 40), 10)
  await cp(folders.catalogue, folders.older, {recursive: true})
  await changeOneOfTwenty(folders.older)
  await makePreviews(folders.preview, {locales: ['en-US'], perSet: 1, bytes: 500 * MEGABYTE})
  return folders
}

/** Changes one of the ten files of every second set. */
async function changeOneOfTwenty(folder: string): Promise<void> {
  let sets = 0
  for await (const file of glob('screenshots/*/*/3.png', {cwd: folder})) {
    if (sets % 2 === 0) await makeScreenshot(path.join(folder, file), {number: 10_000 + sets})
    sets += 1
  }
}
