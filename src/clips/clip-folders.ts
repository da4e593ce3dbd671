import {byCodeUnits} from '../files/file-name.ts'
import type {TreeNode} from '../files/tree.ts'
import {isIgnoredFile} from '../files/ignored-file.ts'

/** What a folder has for one App Clip. */
export interface ClipFolder {
  /** Of the App Clip. Null if the folder does not say, because the app has only one. */
  readonly bundleId: string | null
  /** Relative to the workspace. */
  readonly path: string
  /** By name, without read-me files. */
  readonly entries: readonly TreeNode[]
}

/**
 * Splits a folder by App Clips. A folder whose name has a dot is named after an App Clip's bundle ID, unless it has one
 * of the given files, which belong further down.
 *
 * @returns none for an empty folder.
 */
export function clipFolders(root: TreeNode, files: readonly string[] = []): readonly ClipFolder[] {
  const entries = entriesOf(root)
  const own = entries.filter((node) => !isNamedAfterClip(node, files))
  const named = entries.filter((node) => isNamedAfterClip(node, files))
  return [
    ...(own.length === 0 ? [] : [{bundleId: null, path: root.path, entries: own}]),
    ...named.map((node) => ({bundleId: node.name, path: node.path, entries: entriesOf(node)})),
  ]
}

/** The entries of a folder by name, without read-me files. */
export function entriesOf({children}: TreeNode): readonly TreeNode[] {
  return children
    .filter(({kind, name}) => !(kind === 'file' && isIgnoredFile(name)))
    .toSorted((one, other) => byCodeUnits(one.name, other.name))
}

function isNamedAfterClip({kind, name, children}: TreeNode, files: readonly string[]): boolean {
  return (
    kind === 'folder' && name.includes('.') && !children.some((child) => files.includes(child.name))
  )
}
