import {ARCHIVE_EXTENSION, MANIFEST_EXTENSION, PACK_ID} from '../../../apple/background-assets.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {blockedEntry} from '../../../files/blocked-entries.ts'
import {byCodeUnits, splitName} from '../../../files/file-name.ts'
import {isIgnoredFile} from '../../../files/ignored-file.ts'
import type {TreeNode} from '../../../files/tree.ts'
import {equalNames, manifestAlone, subFolder, wrongId, wrongType} from './layout-diagnostics.ts'

/** The files of an asset pack. Paths are relative to the workspace. */
export interface PackFiles {
  /** The asset pack ID. */
  readonly id: string
  readonly archive: string
  readonly manifest: string | null
}

export interface PacksLayout {
  readonly packs: readonly PackFiles[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Finds out by name which file belongs to which asset pack. Opens no file. */
export function packsLayout(root: TreeNode): PacksLayout {
  const diagnostics: Diagnostic[] = []
  const archives = new Map<string, string>()
  const manifests = new Map<string, string>()
  /** Paths by extension and ID in lower case. */
  const taken = new Map<string, string>()

  for (const {name, path, kind} of root.children.toSorted((a, b) => byCodeUnits(a.name, b.name))) {
    const {stem: id, extension} = splitName(name)
    const known = kindOf(extension)
    if (kind === 'folder') diagnostics.push(subFolder(path))
    else if (kind !== 'file') diagnostics.push(blockedEntry(kind, path))
    else if (known === null) {
      if (!isIgnoredFile(name)) diagnostics.push(wrongType(path))
    } else if (!PACK_ID.test(id)) diagnostics.push(wrongId(path, id))
    else {
      const key = name.toLowerCase()
      const other = taken.get(key)
      if (other === undefined) {
        taken.set(key, path)
        const files = known === 'archive' ? archives : manifests
        files.set(id, path)
      } else diagnostics.push(equalNames(path, other))
    }
  }
  for (const [id, path] of manifests) {
    if (!archives.has(id)) diagnostics.push(manifestAlone(path, id))
  }
  return {
    packs: [...archives].map(([id, archive]) => ({
      id,
      archive,
      manifest: manifests.get(id) ?? null,
    })),
    diagnostics,
  }
}

function kindOf(extension: string): 'archive' | 'manifest' | null {
  if (extension.toLowerCase() === ARCHIVE_EXTENSION) return 'archive'
  return extension.toLowerCase() === MANIFEST_EXTENSION ? 'manifest' : null
}
