import type {DisplayType} from '../facts/display-types.ts'
import type {Platform} from '../../../core/platforms.ts'
import type {FoundFolder} from '../../../files/found-folder.ts'
import type {Medium} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {isBackground, isFrameitFile, leftOutFile, mimeTypeOf} from './accepted-files.ts'
import {blockedProblem} from '../../../files/blocked-entries.ts'
import {entriesAbove, hasTypeFolders, holdsMedia} from '../../../files/folder-entries.ts'
import {isAboveLocales, platformOfWord} from './folder-words.ts'
import {isLikeLocale} from '../../../files/languages.ts'
import {
  folderAboveLocales,
  folderLeftOut,
  outsideLocales,
  rootIsFile,
  strayFile,
} from './layout-problems.ts'
import {localeContents} from './locale-contents.ts'
import {localeOf, unknownLocale} from '../../../files/locale-folder.ts'
import {treeOf} from '../../../files/tree.ts'
import type {TreeNode} from '../../../files/tree.ts'
import {otherPlatform} from './type-folder.ts'

/** A folder with files of one locale and medium. */
export interface MediaFolder {
  /** Relative to the workspace. */
  readonly path: string
  readonly medium: Medium
  readonly locale: string
  /** Null where each file's pixels say its type: fastlane's layout. */
  readonly type: DisplayType | null
  /** Whether the files show the app in iMessage; of meaning where the type is null. */
  readonly iMessage: boolean
  /** Names of the accepted files, in the order the store shows them. */
  readonly files: readonly string[]
  /** Of the files, those that fastlane's deliver may not look at, and why: no error if Apple takes no such size. */
  readonly spare: ReadonlyMap<string, 'unframed' | 'background'>
  /** Names of the `.poster.txt` files. */
  readonly posters: readonly string[]
}

interface Root {
  readonly medium: Medium
  readonly platform: Platform
  readonly found: FoundFolder
  /** Apple's codes of the wanted locales; empty means all. */
  readonly locales: readonly string[]
}

export interface Layout {
  readonly folders: readonly MediaFolder[]
  /** Apple's codes of the locales that have a folder, wanted or not. */
  readonly locales: readonly string[]
  /** Whether frameit has files in the root itself. */
  readonly hasFrameitFiles: boolean
  readonly problems: readonly Problem[]
}

/** What fastlane calls its folders of other kinds of screenshots, in lower case; each holds locale folders of a platform. */
const FASTLANE_FOLDERS: ReadonlyMap<string, Platform> = new Map([
  ['appletv', 'TV_OS'],
  ['imessage', 'IOS'],
])

/** What fastlane's deliver passes over beside the locale folders (`loader.rb`), in lower case. */
const IGNORED_FOLDERS = [
  'android',
  'fonts',
  'review_information',
  'trade_representative_contact_information',
]

/**
 * Reads the names below a root: which folder holds the files of which locale and type. Opens nothing.
 *
 * A root with type folders is read strictly: whatever is not of the layout is an error. Without any, it is fastlane's,
 * and what fastlane's deliver does not look at is left out, with a warning where it may have been meant for the store.
 */
export function mediaFolders({medium, platform, found, locales: wanted}: Root): Layout {
  const folders: MediaFolder[] = []
  const locales: string[] = []
  const problems: Problem[] = []
  const root = treeOf(found)
  const isStrict = localeFolders(root).some(hasTypeFolders)

  function readRoot(): void {
    if (root.kind === 'file') problems.push(rootIsFile(root.path, medium))
    else if (root.kind !== 'folder') problems.push(blockedProblem(root.kind, root.path))
    for (const node of children(root)) {
      if (node.kind === 'file') readFileAbove(node)
      else if (fastlaneFolder(node) === undefined) readFolder(node)
      else readFastlaneFolder(node)
    }
  }

  function readFileAbove({name, path}: TreeNode): void {
    if (isStrict) problems.push(strayFile(path, medium))
    else if (mimeTypeOf(medium, name) === undefined) problems.push(leftOutFile(medium, path))
    else if (!isBackground(name)) problems.push(outsideLocales(path))
  }

  function readFastlaneFolder(folder: TreeNode): void {
    const special = fastlaneFolder(folder)
    if (special !== undefined && special !== platform) {
      problems.push(otherPlatform(folder.path, special, platform))
      return
    }
    for (const node of children(folder)) {
      if (node.kind === 'file') readFileAbove(node)
      else readLocale(node, folder.name.toLowerCase())
    }
  }

  function readFolder(folder: TreeNode): void {
    if (localeOf(folder.name) === undefined) problems.push(...problemsOfFolder(folder))
    else readLocale(folder, null)
  }

  function readLocale(folder: TreeNode, special: string | null): void {
    const locale = localeOf(folder.name)
    if (locale === undefined) {
      problems.push(unknownLocale(folder.name, folder.path))
      return
    }
    locales.push(locale)
    if (wanted.length > 0 && !wanted.includes(locale)) return
    const contents = localeContents(folder, {medium, platform, locale, special})
    folders.push(...contents.folders)
    problems.push(...contents.problems)
  }

  /** A folder that is no locale's. A language that Apple calls otherwise must not go missing silently. */
  function problemsOfFolder(folder: TreeNode): readonly Problem[] {
    const {name, path} = folder
    if (!isStrict && IGNORED_FOLDERS.includes(name.toLowerCase())) return []
    const owner = platformOfWord(name)
    if (owner !== undefined && owner !== platform && localeFolders(root).length > 0) {
      return [otherPlatform(path, owner, platform)]
    }
    if (isAboveLocales(name) || localeFolders(folder).length > 0) {
      return [folderAboveLocales(name, path, medium)]
    }
    const isDefault = name.toLowerCase() === 'default'
    if (isStrict || isLikeLocale(name) || (isDefault && holdsMedia(folder))) {
      return [unknownLocale(name, path)]
    }
    return holdsMedia(folder) ? [folderLeftOut(path, medium, '')] : []
  }

  function children(folder: TreeNode): readonly TreeNode[] {
    const entries = entriesAbove(folder, medium)
    problems.push(...entries.problems)
    return entries.nodes
  }

  function fastlaneFolder({name}: TreeNode) {
    return medium === 'screenshot' ? FASTLANE_FOLDERS.get(name.toLowerCase()) : undefined
  }

  readRoot()
  const hasFrameitFiles = root.children.some(({name}) => isFrameitFile(name))
  return {folders, locales, hasFrameitFiles, problems}
}

/** The folders that are named as a locale, also those of fastlane's folders of other kinds. */
function localeFolders(root: TreeNode): readonly TreeNode[] {
  const inside = root.children.filter(({name}) => FASTLANE_FOLDERS.has(name.toLowerCase()))
  return [root, ...inside].flatMap(({children}) =>
    children.filter(({kind, name}) => kind === 'folder' && localeOf(name) !== undefined),
  )
}
