import type {Medium} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {
  isWindowsFile,
  isFrameitFile,
  isMedia,
  isHiddenOrNote,
  mimeTypeOf,
  posterStem,
} from './accepted-files.ts'
import {blockedEntry} from '../../../files/blocked-entries.ts'
import {byNaturalOrder} from '../../../files/file-name.ts'
import type {TreeNode} from '../../../files/tree.ts'
import {isTypeName} from './type-folder.ts'

interface Entries {
  /** Files and folders only. */
  readonly nodes: readonly TreeNode[]
  /** About the entries that must not be opened. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The relevant entries of a type folder: everything but hidden files and notes. */
export function entriesOf({children}: TreeNode): Entries {
  const nodes = children.filter((node) => !isIgnored(node))
  return {
    nodes: nodes.filter(({kind}) => kind === 'file' || kind === 'folder'),
    diagnostics: nodes.flatMap(({kind, path}) =>
      kind === 'file' || kind === 'folder' ? [] : [blockedEntry(kind, path)],
    ),
  }
}

/** The relevant entries of a root or locale folder, where frameit and Windows may keep their own files. */
export function entriesAbove(folder: TreeNode, medium: Medium): Entries {
  const children = folder.children.filter(
    ({kind, name}) =>
      !(medium === 'screenshot' && isFrameitFile(name)) &&
      !(kind === 'file' && isWindowsFile(name)),
  )
  return entriesOf({...folder, children})
}

/** Names of the files in a folder that Apple accepts as a medium, in the order the store shows them. */
export function mediaIn(folder: TreeNode, medium: Medium): readonly string[] {
  return filesIn(folder, (name) => mimeTypeOf(medium, name) !== undefined)
}

/** Names of the `.poster.txt` files in a folder. */
export function postersIn(folder: TreeNode): readonly string[] {
  return filesIn(folder, (name) => posterStem(name) !== undefined)
}

/** Whether a folder contains type folders. */
export function hasTypeFolders(folder: TreeNode): boolean {
  return folder.children.some(({kind, name}) => kind === 'folder' && isTypeName(name))
}

/** Whether a folder contains a picture or video at any depth. */
export function containsMedia({children}: TreeNode): boolean {
  return children.some(
    (node) =>
      (node.kind === 'file' && isMedia(node.name)) ||
      (node.kind === 'folder' && containsMedia(node)),
  )
}

function filesIn({children}: TreeNode, isWanted: (name: string) => boolean): readonly string[] {
  return children
    .filter(({kind, name}) => kind === 'file' && !name.startsWith('.') && isWanted(name))
    .map(({name}) => name)
    .toSorted(byNaturalOrder)
}

function isIgnored({name, kind}: TreeNode): boolean {
  return name.startsWith('.') || (kind === 'file' && isHiddenOrNote(name))
}
