import type {DisplayType} from '../apple/display-types.ts'
import type {Platform} from '../apple/platforms.ts'
import type {FoundFolder} from '../model/found-folder.ts'
import type {Medium} from '../model/listing.ts'
import type {Problem} from '../model/problem.ts'
import {
  isFrameitFile,
  isNote,
  posterStem,
  unsupportedFile,
  withoutFramedTwins,
} from './accepted-files.ts'
import {blockedProblem} from './blocked-entries.ts'
import {byNaturalOrder} from './file-name.ts'
import {
  emptyLocale,
  emptyType,
  previewWithoutType,
  rootIsFile,
  strayFile,
  tooDeep,
} from './layout-problems.ts'
import {localeOf, unknownLocale} from './locale-folder.ts'
import {treeOf} from './tree.ts'
import type {TreeNode} from './tree.ts'
import {otherPlatform, typeOfFolder} from './type-folder.ts'

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

interface Layout {
  readonly folders: readonly MediaFolder[]
  /** Apple's codes of the locales that have a folder, wanted or not. */
  readonly locales: readonly string[]
  readonly problems: readonly Problem[]
}

/** What fastlane calls its folders of other kinds of screenshots, in lower case; each holds locale folders. */
const FASTLANE_FOLDERS = ['appletv', 'imessage']

/** Reads the names below a root: which folder holds the files of which locale and type. Opens nothing. */
export function mediaFolders({medium, platform, found, locales: wanted}: Root): Layout {
  const folders: MediaFolder[] = []
  const locales: string[] = []
  const problems: Problem[] = []
  const root = treeOf(found)

  function readRoot(): void {
    if (root.kind === 'file') problems.push(rootIsFile(root.path, medium))
    else if (root.kind !== 'folder') problems.push(blockedProblem(root.kind, root.path))
    for (const node of relevantChildren(root)) {
      if (node.kind === 'file') problems.push(strayFile(node.path, medium))
      else if (medium === 'screenshot' && FASTLANE_FOLDERS.includes(node.name.toLowerCase())) {
        readFastlaneFolder(node)
      } else readLocale(node, null)
    }
  }

  function readFastlaneFolder(folder: TreeNode): void {
    if (folder.name.toLowerCase() === 'appletv' && platform !== 'TV_OS') {
      problems.push(otherPlatform(folder.path, 'Apple TV', 'TV_OS', platform))
      return
    }
    for (const node of relevantChildren(folder)) {
      if (node.kind === 'file') problems.push(strayFile(node.path, medium))
      else readLocale(node, folder.name.toLowerCase())
    }
  }

  function readLocale(folder: TreeNode, fastlaneFolder: string | null): void {
    const locale = localeOf(folder.name)
    if (locale === undefined) {
      problems.push(unknownLocale(folder.name, folder.path))
      return
    }
    locales.push(locale)
    if (wanted.length > 0 && !wanted.includes(locale)) return

    const children = relevantChildren(folder)
    if (!folder.children.some(isRelevant)) problems.push(emptyLocale(folder.path))
    const typeFolders = children.filter(({kind}) => kind === 'folder')
    for (const node of typeFolders) {
      if (fastlaneFolder === null) readTypeFolder(node, locale)
      else problems.push(tooDeep(node.path, medium))
    }
    const files = acceptedFiles(children)
    if (medium === 'preview') {
      problems.push(...files.map((name) => previewWithoutType(`${folder.path}/${name}`)))
    } else if (files.length > 0) {
      folders.push({
        path: folder.path,
        medium,
        locale,
        type: null,
        iMessage: fastlaneFolder === 'imessage',
        files: withoutFramedTwins(files),
        posters: [],
      })
    }
  }

  function readTypeFolder(folder: TreeNode, locale: string): void {
    const type = typeOfFolder({name: folder.name, medium, platform, path: folder.path})
    if ('severity' in type) {
      problems.push(type)
      return
    }
    const children = openable(folder.children.filter((node) => !isIgnored(node)))
    for (const node of children) {
      if (node.kind === 'folder') problems.push(tooDeep(node.path, medium))
    }
    const files = acceptedFiles(children)
    const posters = medium === 'preview' ? posterFiles(folder) : []
    if (files.length === 0) problems.push(emptyType(folder.path, medium))
    folders.push({path: folder.path, medium, locale, type, iMessage: false, files, posters})
  }

  /** What matters of a root or a locale folder, where frameit may keep files of its own. */
  function relevantChildren(folder: TreeNode): readonly TreeNode[] {
    return openable(folder.children.filter(isRelevant))
  }

  function isRelevant(node: TreeNode): boolean {
    return !isIgnored(node) && !(medium === 'screenshot' && isFrameitFile(node.name))
  }

  /** Reports what must not be opened, so that each level sees only files and folders. */
  function openable(nodes: readonly TreeNode[]): readonly TreeNode[] {
    return nodes.filter(({kind, path}) => {
      if (kind === 'file' || kind === 'folder') return true
      problems.push(blockedProblem(kind, path))
      return false
    })
  }

  function acceptedFiles(nodes: readonly TreeNode[]): readonly string[] {
    const accepted = nodes.filter(({kind, path}) => {
      const problem = kind === 'file' ? unsupportedFile(medium, path) : undefined
      if (problem !== undefined) problems.push(problem)
      return kind === 'file' && problem === undefined
    })
    return accepted.map(({name}) => name).toSorted(byNaturalOrder)
  }

  readRoot()
  return {folders, locales, problems}
}

function isIgnored({name, kind}: TreeNode): boolean {
  return name.startsWith('.') || (kind === 'file' && isNote(name))
}

function posterFiles(folder: TreeNode): readonly string[] {
  return folder.children
    .filter(({name, kind}) => kind === 'file' && posterStem(name) !== undefined)
    .map(({name}) => name)
    .toSorted(byNaturalOrder)
}
