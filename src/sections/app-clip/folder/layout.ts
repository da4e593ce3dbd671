import {clipFolders, entriesOf} from '../../../clips/clip-folders.ts'
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
import {localeOf, unknownLocale} from '../../../files/locale-folder.ts'
import {treeOf} from '../../../files/tree.ts'
import type {TreeNode} from '../../../files/tree.ts'

/** Which file declares what of a card. No file was opened. */
export interface CardLayout {
  /** Of the App Clip, or null. */
  readonly bundleId: string | null
  /** The folder of the App Clip. All paths are relative to the workspace. */
  readonly path: string
  readonly action: string | null
  readonly locales: readonly CardLocaleLayout[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface CardLocaleLayout {
  /** Apple's code. */
  readonly locale: string
  readonly path: string
  readonly subtitle: string | null
  readonly header: string | null
}

const LAYOUT = '[<clip bundle ID>/]{action.txt,<locale>/{header.png,subtitle.txt}}'
/** The names of the files of text. */
export const ACTION = 'action.txt'
export const SUBTITLE = 'subtitle.txt'

/** Finds out by name which file declares what of a card. */
export function cardLayout(found: FoundFolder): CardLayout {
  const root = treeOf(found)
  const without = (diagnostics: readonly Diagnostic[]) => ({
    bundleId: null,
    path: root.path,
    action: null,
    locales: [],
    diagnostics,
  })
  if (root.kind === 'file') return without([rootIsFile(root.path, LAYOUT)])
  if (root.kind !== 'folder') return without([blockedEntry(root.kind, root.path)])
  const [clip, second] = clipFolders(root)
  if (clip === undefined) return without([emptyClipFolder(root.path, LAYOUT)])
  if (second !== undefined) return without([severalClips(second.path, clip.path)])

  const diagnostics: Diagnostic[] = []
  const locales = new Map<string, CardLocaleLayout>()
  let action: string | null = null
  for (const node of clip.entries) {
    const locale = node.kind === 'folder' ? localeOf(node.name) : undefined
    if (locale !== undefined) {
      const other = locales.get(locale)
      if (other === undefined) locales.set(locale, readLocale(node, locale, diagnostics))
      else diagnostics.push(sameFileTwice(node.path, other.path))
    } else if (node.kind === 'file' && node.name === ACTION) action = node.path
    else if (node.kind === 'folder') diagnostics.push(unknownLocale(node.name, node.path))
    else diagnostics.push(unexpectedEntry(node, [ACTION], LAYOUT))
  }
  return {
    bundleId: clip.bundleId,
    path: clip.path,
    action,
    locales: [...locales.values()],
    diagnostics,
  }
}

function readLocale(folder: TreeNode, locale: string, diagnostics: Diagnostic[]): CardLocaleLayout {
  let subtitle: string | null = null
  let header: string | null = null
  for (const node of entriesOf(folder)) {
    const {kind, name, path} = node
    if (kind === 'file' && name === SUBTITLE) subtitle = path
    else if (kind === 'file' && isHeaderFile(name)) {
      if (header === null) header = path
      else diagnostics.push(sameFileTwice(path, header))
    } else diagnostics.push(unexpectedEntry(node, [SUBTITLE, ...HEADER_FILES], LAYOUT))
  }
  return {locale, path: folder.path, subtitle, header}
}

/** App Store Connect API 4.4.1: `appClipDefaultExperience` of a version is a relationship to one. */
function severalClips(path: string, other: string): Diagnostic {
  return errorAt(path, {
    code: 'several-app-clips',
    what: `is for another App Clip than ${other}, but a version has one App Clip card`,
    next: 'keep the folder of one App Clip; its card is the one of the version',
  })
}
