import {readdir} from 'node:fs/promises'
import path from 'node:path'

import {localeOf} from './locale-folder.ts'

/** What is at a path: nothing, a folder that contains locale folders, or something else. */
export type FolderKind = 'absent' | 'locales' | 'other'

/**
 * Whether a folder has the structure of a listing: `<folder>/<locale>/…`. Only looks at names.
 *
 * @param workspace - Absolute.
 * @param folder - Relative to the workspace.
 */
export async function folderKind(workspace: string, folder: string): Promise<FolderKind> {
  try {
    const entries = await readdir(path.join(workspace, folder), {withFileTypes: true})
    const hasLocale = entries.some((entry) => !entry.isFile() && localeOf(entry.name) !== undefined)
    return hasLocale ? 'locales' : 'other'
  } catch {
    return 'absent'
  }
}
