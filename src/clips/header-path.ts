import path from 'node:path'

import {exists} from '../files/discover/inspect-path.ts'
import {splitName} from '../files/file-name.ts'
import {HEADER_FILES} from './header-image.ts'

export interface HeaderPlace {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly folder: string
}

/**
 * Where a pull puts the image of a card. A folder has one image, so the one that is there keeps its place, whatever its
 * format.
 *
 * @param fileName - Of the file that was uploaded. Decides the format of a new file.
 * @returns a path relative to the workspace.
 */
export async function headerPath(
  fileName: string,
  {workspace, folder}: HeaderPlace,
): Promise<string> {
  const areThere = await Promise.all(
    HEADER_FILES.map((name) => exists(path.join(workspace, folder, name))),
  )
  const there = HEADER_FILES.find((_, index) => areThere[index])
  const isJpeg = /^\.jpe?g$/iu.test(splitName(fileName).extension)
  return path.posix.join(folder, there ?? (isJpeg ? 'header.jpg' : 'header.png'))
}
