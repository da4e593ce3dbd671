import type {MediaFolder} from './media-folder.ts'
import type {Platform} from '../../../core/platforms.ts'
import type {FoundFolder} from '../../../files/found-folder.ts'
import type {Medium} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {isBackground, isFrameitFile, leftOutFile, mimeTypeOf} from './accepted-files.ts'
import {blockedEntry} from '../../../files/blocked-entries.ts'
import {entriesAbove, hasTypeFolders, containsMedia} from './folder-entries.ts'
import {isAboveLocales, platformOfName} from './platform-names.ts'
import {isLikeLocale} from '../../../files/languages.ts'
import {
  folderAboveLocales,
  folderLeftOut,
  mediaOutsideLocales,
  mediaRootIsFile,
  strayFile,
} from './layout-diagnostics.ts'
import {localeContents} from './locale-contents.ts'
import {localeOf, unknownLocale} from '../../../files/locale-folder.ts'
import {treeOf} from '../../../files/tree.ts'
import type {TreeNode} from '../../../files/tree.ts'
import {otherPlatform} from './type-folder.ts'

interface Root {
  readonly medium: Medium
  readonly platform: Platform
  readonly found: FoundFolder
  /** Apple's codes of the wanted locales; empty means all. */
  readonly locales: readonly string[]
}

export interface MediaLayout {
  readonly folders: readonly MediaFolder[]
  /** Apple's codes of all locales that have a folder, wanted or not. */
  readonly locales: readonly string[]
  /** Whether the root has files of frameit. */
  readonly hasFrameitFiles: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Fastlane's folders for other kinds of screenshots, in lower case. Each contains the locale folders of a platform.
 */
const FASTLANE_FOLDERS: ReadonlyMap<string, Platform> = new Map([
  ['appletv', 'TV_OS'],
  ['imessage', 'IOS'],
])

/** What fastlane's deliver skips beside the locale folders (`loader.rb`), in lower case. */
const IGNORED_FOLDERS = [
  'android',
  'fonts',
  'review_information',
  'trade_representative_contact_information',
]

/**
 * Finds out by name which folder has the files of which locale and type. Opens no file.
 *
 * A root with type folders is read strictly: whatever does not fit the layout is an error. A root without any has
 * fastlane's layout, and what fastlane's deliver ignores is left out, with a warning if it may have been meant for
 * the store.
 */
export function mediaLayout({medium, platform, found, locales: wanted}: Root): MediaLayout {
  const folders: MediaFolder[] = []
  const locales: string[] = []
  const diagnostics: Diagnostic[] = []
  const root = treeOf(found)
  const isStrict = localeFolders(root).some(hasTypeFolders)

  function readRoot(): void {
    if (root.kind === 'file') diagnostics.push(mediaRootIsFile(root.path, medium))
    else if (root.kind !== 'folder') diagnostics.push(blockedEntry(root.kind, root.path))
    for (const node of children(root)) {
      if (node.kind === 'file') readFileAbove(node)
      else if (fastlanePlatform(node) === undefined) readFolder(node)
      else readFastlaneFolder(node)
    }
  }

  function readFileAbove({name, path}: TreeNode): void {
    if (isStrict) diagnostics.push(strayFile(path, medium))
    else if (mimeTypeOf(medium, name) === undefined) diagnostics.push(leftOutFile(medium, path))
    else if (!isBackground(name)) diagnostics.push(mediaOutsideLocales(path))
  }

  function readFastlaneFolder(folder: TreeNode): void {
    const owner = fastlanePlatform(folder)
    if (owner !== undefined && owner !== platform) {
      diagnostics.push(otherPlatform(folder.path, owner, platform))
      return
    }
    for (const node of children(folder)) {
      if (node.kind === 'file') readFileAbove(node)
      else readLocale(node, folder.name.toLowerCase())
    }
  }

  function readFolder(folder: TreeNode): void {
    if (localeOf(folder.name) === undefined) diagnostics.push(...diagnosticsOfFolder(folder))
    else readLocale(folder, null)
  }

  function readLocale(folder: TreeNode, fastlaneFolder: string | null): void {
    const locale = localeOf(folder.name)
    if (locale === undefined) {
      diagnostics.push(unknownLocale(folder.name, folder.path))
      return
    }
    locales.push(locale)
    if (wanted.length > 0 && !wanted.includes(locale)) return
    const contents = localeContents(folder, {medium, platform, locale, fastlaneFolder})
    folders.push(...contents.folders)
    diagnostics.push(...contents.diagnostics)
  }

  /**
   * Diagnostics for a folder that is not a locale. A language that Apple names differently must not be skipped
   * silently.
   */
  function diagnosticsOfFolder(folder: TreeNode): readonly Diagnostic[] {
    const {name, path} = folder
    if (!isStrict && IGNORED_FOLDERS.includes(name.toLowerCase())) return []
    const owner = platformOfName(name)
    if (owner !== undefined && owner !== platform && localeFolders(root).length > 0) {
      return [otherPlatform(path, owner, platform)]
    }
    if (isAboveLocales(name) || localeFolders(folder).length > 0) {
      return [folderAboveLocales(name, path, medium)]
    }
    const isDefault = name.toLowerCase() === 'default'
    if (isStrict || isLikeLocale(name) || (isDefault && containsMedia(folder))) {
      return [unknownLocale(name, path)]
    }
    return containsMedia(folder) ? [folderLeftOut(path, medium, '')] : []
  }

  function children(folder: TreeNode): readonly TreeNode[] {
    const entries = entriesAbove(folder, medium)
    diagnostics.push(...entries.diagnostics)
    return entries.nodes
  }

  function fastlanePlatform({name}: TreeNode) {
    return medium === 'screenshot' ? FASTLANE_FOLDERS.get(name.toLowerCase()) : undefined
  }

  readRoot()
  const hasFrameitFiles = root.children.some(({name}) => isFrameitFile(name))
  return {folders, locales, hasFrameitFiles, diagnostics}
}

/** The folders with the name of a locale, including those in fastlane's folders. */
function localeFolders(root: TreeNode): readonly TreeNode[] {
  const inside = root.children.filter(({name}) => FASTLANE_FOLDERS.has(name.toLowerCase()))
  return [root, ...inside].flatMap(({children}) =>
    children.filter(({kind, name}) => kind === 'folder' && localeOf(name) !== undefined),
  )
}
