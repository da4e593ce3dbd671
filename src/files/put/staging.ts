import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'

/** Hidden, so that nothing in it is ever taken for a part of a listing. */
const PREFIX = '.app-store-sync-pull-'

/** A folder for files that are not complete yet. It is removed in the end. */
export interface Staging extends AsyncDisposable {
  /** An absolute path for a new file. @param name - Unique. */
  readonly pathOf: (name: string) => string
}

/**
 * Makes a folder in the workspace, so that its files need only get their names, and removes what is left of an earlier
 * pull that was killed.
 *
 * @param workspace - Absolute.
 */
export async function openStaging(workspace: string): Promise<Staging> {
  const left = (await readdir(workspace)).filter((name) => name.startsWith(PREFIX))
  await Promise.all(left.map((name) => remove(path.join(workspace, name))))
  const folder = await mkdtemp(path.join(workspace, PREFIX))
  // What a killed pull leaves must not get into a commit.
  await writeFile(path.join(folder, '.gitignore'), '*\n')
  return {
    pathOf: (name) => path.join(folder, name),
    [Symbol.asyncDispose]: () => remove(folder),
  }
}

function remove(folder: string): Promise<void> {
  return rm(folder, {recursive: true, force: true})
}
