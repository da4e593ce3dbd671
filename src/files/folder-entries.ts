import type {Medium} from '../sections/media/listing.ts'
import type {Problem} from '../core/diagnostic.ts'
import {
  isClutter,
  isFrameitFile,
  isMedia,
  isNote,
  mimeTypeOf,
  posterStem,
} from '../sections/media/folder/accepted-files.ts'
import {blockedProblem} from './blocked-entries.ts'
import {byNaturalOrder} from './file-name.ts'
import type {TreeNode} from './tree.ts'
import {isTypeName} from '../sections/media/folder/type-folder.ts'

interface Entries {
  /** Files and folders only. */
  readonly nodes: readonly TreeNode[]
  /** Those of what must not be opened. */
  readonly problems: readonly Problem[]
}

/** What matters in a type folder: everything but hidden files and notes. */
export function entriesOf({children}: TreeNode): Entries {
  const nodes = children.filter((node) => !isIgnored(node))
  return {
    nodes: nodes.filter(({kind}) => kind === 'file' || kind === 'folder'),
    problems: nodes.flatMap(({kind, path}) =>
      kind === 'file' || kind === 'folder' ? [] : [blockedProblem(kind, path)],
    ),
  }
}

/** What matters in a root or a locale folder, where frameit may keep files of its own, and Windows does. */
export function entriesAbove(folder: TreeNode, medium: Medium): Entries {
  const children = folder.children.filter(
    ({kind, name}) =>
      !(medium === 'screenshot' && isFrameitFile(name)) && !(kind === 'file' && isClutter(name)),
  )
  return entriesOf({...folder, children})
}

/** Names of the files in a folder that Apple takes as a medium, in the order the store shows them. */
export function mediaIn(folder: TreeNode, medium: Medium): readonly string[] {
  return filesIn(folder, (name) => mimeTypeOf(medium, name) !== undefined)
}

/** Names of the `.poster.txt` files in a folder. */
export function postersIn(folder: TreeNode): readonly string[] {
  return filesIn(folder, (name) => posterStem(name) !== undefined)
}

/** Tells whether a folder's own folders are those of types. */
export function hasTypeFolders(folder: TreeNode): boolean {
  return folder.children.some(({kind, name}) => kind === 'folder' && isTypeName(name))
}

/** Tells whether a picture or a video lies in a folder, however deep. */
export function holdsMedia({children}: TreeNode): boolean {
  return children.some(
    (node) =>
      (node.kind === 'file' && isMedia(node.name)) || (node.kind === 'folder' && holdsMedia(node)),
  )
}

function filesIn({children}: TreeNode, isWanted: (name: string) => boolean): readonly string[] {
  return children
    .filter(({kind, name}) => kind === 'file' && !name.startsWith('.') && isWanted(name))
    .map(({name}) => name)
    .toSorted(byNaturalOrder)
}

function isIgnored({name, kind}: TreeNode): boolean {
  return name.startsWith('.') || (kind === 'file' && isNote(name))
}
