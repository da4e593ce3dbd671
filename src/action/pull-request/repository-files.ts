import {realpath} from 'node:fs/promises'
import path from 'node:path'
import {exists, isWithin} from '../../files/discover/look-at.ts'

/**
 * Where a browser finds files of the checkout. GitHub itself serves these addresses to whoever may see the repository, so
 * pictures show in private repositories and on servers of one's own too.
 *
 * @param files - Relative to the workspace, with forward slashes.
 * @param workspace - Absolute.
 * @param commit - Address of the repository's tree at a commit: `https://github.com/owner/name/blob/<sha>`.
 * @returns by file; without those that do not lie in the repository whose checkout the workspace is.
 */
export async function addressesOf(
  files: readonly string[],
  workspace: string,
  commit: string,
): Promise<ReadonlyMap<string, string>> {
  const root = await realpath(workspace)
  const places = await Promise.all(
    files.map(async (file) => [file, await placeIn(root, path.join(workspace, file))] as const),
  )
  return new Map(
    places.flatMap(([file, place]) =>
      place === null ? [] : [[file, `${commit}/${encode(place)}?raw=true`] as const],
    ),
  )
}

/** What a link leads to: GitHub shows a link itself as a text, and knows nothing below one. */
async function placeIn(root: string, file: string): Promise<string | null> {
  const real = await realpath(file).catch(() => null)
  if (real === null || !isWithin(root, real)) return null
  return (await isCheckedOutAt(root, path.dirname(real))) ? path.relative(root, real) : null
}

/** Tells whether the innermost repository around a folder is the workspace: no submodule, no second checkout. */
async function isCheckedOutAt(root: string, folder: string): Promise<boolean> {
  if (await exists(path.join(folder, '.git'))) return folder === root
  return folder !== root && isCheckedOutAt(root, path.dirname(folder))
}

function encode(place: string): string {
  return place
    .split(path.sep)
    .map((name) => encodeURIComponent(name.toWellFormed()))
    .join('/')
}
