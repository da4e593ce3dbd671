import {clipFolders, entriesOf} from '../../../clips/clip-folders.ts'
import type {ClipFolder} from '../../../clips/clip-folders.ts'
import {
  emptyClipFolder,
  rootIsFile,
  sameFileTwice,
  unexpectedEntry,
} from '../../../clips/folder-diagnostics.ts'
import {HEADER_FILES, isHeaderFile} from '../../../clips/header-image.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {blockedEntry} from '../../../files/blocked-entries.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import type {FoundFolder} from '../../../files/found-folder.ts'
import {treeOf} from '../../../files/tree.ts'
import type {TreeNode} from '../../../files/tree.ts'

/** The folders of experiences by App Clip. No file was opened. */
export interface ExperiencesLayout {
  readonly clips: readonly (Pick<ClipFolder, 'bundleId' | 'path'> & {
    readonly experiences: readonly ExperienceLayout[]
  })[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The two files of an experience. All paths are relative to the workspace. */
export interface ExperienceLayout {
  /** `shop` or, below an App Clip's folder, `com.example.app.Clip/shop`. */
  readonly name: string
  readonly path: string
  readonly file: string
  readonly header: string
}

const LAYOUT = '[<clip bundle ID>/]<name>/{experience.yml,header.png}'
/** The name of the file that declares an experience. */
export const FILE = 'experience.yml'

/** Finds the files of the experiences by name. Each needs both. */
export function experiencesLayout(found: FoundFolder): ExperiencesLayout {
  const root = treeOf(found)
  if (root.kind === 'file') return {clips: [], diagnostics: [rootIsFile(root.path, LAYOUT)]}
  if (root.kind !== 'folder') return {clips: [], diagnostics: [blockedEntry(root.kind, root.path)]}
  const folders = clipFolders(root, [FILE])
  if (folders.length === 0) {
    return {clips: [], diagnostics: [emptyClipFolder(root.path, LAYOUT)]}
  }
  const diagnostics: Diagnostic[] = []
  const clips = folders.map(({bundleId, path, entries}) => ({
    bundleId,
    path,
    experiences: entries.flatMap((node) => {
      if (node.kind === 'folder') return readFolder(node, bundleId, diagnostics)
      diagnostics.push(unexpectedEntry(node, [], LAYOUT))
      return []
    }),
  }))
  // Taken literally, an empty folder would remove every experience of the App Clip.
  const empty = clips.filter(({experiences}) => experiences.length === 0)
  if (diagnostics.length === 0) {
    diagnostics.push(...empty.map(({path}) => emptyClipFolder(path, LAYOUT)))
  }
  return {clips: clips.filter((clip) => !empty.includes(clip)), diagnostics}
}

function readFolder(
  folder: TreeNode,
  bundleId: string | null,
  diagnostics: Diagnostic[],
): readonly ExperienceLayout[] {
  let file: string | null = null
  let header: string | null = null
  for (const node of entriesOf(folder)) {
    const {kind, name, path} = node
    if (kind === 'file' && name === FILE) file = path
    else if (kind === 'file' && isHeaderFile(name)) {
      if (header === null) header = path
      else diagnostics.push(sameFileTwice(path, header))
    } else diagnostics.push(unexpectedEntry(node, [FILE, ...HEADER_FILES], LAYOUT))
  }
  if (file === null) diagnostics.push(lacks(folder.path, FILE))
  if (header === null) diagnostics.push(lacks(folder.path, 'header.png or header.jpg'))
  const name = bundleId === null ? folder.name : `${bundleId}/${folder.name}`
  return file === null || header === null ? [] : [{name, path: folder.path, file, header}]
}

function lacks(path: string, what: string): Diagnostic {
  return errorAt(path, {
    code: 'incomplete-experience',
    what: `lacks ${what}`,
    next: 'add it; Apple takes no App Clip experience without its settings and its image',
  })
}
