import type {Platform} from '../../../core/platforms.ts'
import type {Medium} from '../listing.ts'
import {isError} from '../../../core/diagnostic.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {
  isBackground,
  isFramed,
  isFrameitFile,
  leftOutFile,
  mimeTypeOf,
  unsupportedFile,
  withoutFramedTwins,
} from './accepted-files.ts'
import {isPosterOf} from './desired-file.ts'
import {
  entriesAbove,
  entriesOf,
  hasTypeFolders,
  containsMedia,
  mediaIn,
  postersIn,
} from './folder-entries.ts'
import {
  emptyLocale,
  emptyType,
  folderLeftOut,
  previewWithoutType,
  tooDeep,
} from './layout-diagnostics.ts'
import type {MediaFolder} from './media-folder.ts'
import {previewTypeInName} from './preview-name.ts'
import type {TreeNode} from '../../../files/tree.ts'
import {isTypeName, typeOfFolder} from './type-folder.ts'

/** Where a locale folder is. */
export interface LocalePlace {
  readonly medium: Medium
  readonly platform: Platform
  /** Apple's code. */
  readonly locale: string
  /** The fastlane folder that it is in, in lower case, such as `imessage`; null if it is in the root. */
  readonly fastlaneFolder: string | null
}

interface Contents {
  readonly folders: readonly MediaFolder[]
  readonly diagnostics: readonly Diagnostic[]
}

const NOTHING: Contents = {folders: [], diagnostics: []}

/**
 * Finds the files of a locale folder by name: in type folders, directly in it, or both. Without type folders it is
 * read as by fastlane's deliver: everything but pictures and videos is left out.
 */
export function localeContents(folder: TreeNode, place: LocalePlace): Contents {
  const {medium} = place
  const {nodes, diagnostics} = entriesAbove(folder, medium)
  const isStrict = hasTypeFolders(folder)
  const isFlat = !isStrict && mediaIn(folder, medium).length > 0
  const parts = [
    medium === 'preview' ? namedPreviews(folder, place) : flatScreenshots(folder, place),
    ...nodes
      .filter(({kind}) => kind === 'folder')
      .map((node) => subFolder(node, place, {isStrict, isFlat})),
  ]
  const isEmpty =
    diagnostics.length === 0 &&
    parts.every((part) => part.folders.length + part.diagnostics.length === 0)
  const others = nodes.filter(
    ({kind, name}) => kind === 'file' && mimeTypeOf(medium, name) === undefined,
  )
  return {
    folders: parts.flatMap((part) => part.folders),
    diagnostics: [
      ...diagnostics,
      ...others.flatMap(({path}) =>
        isStrict ? (unsupportedFile(medium, path) ?? []) : leftOutFile(medium, path),
      ),
      ...parts.flatMap((part) => part.diagnostics),
      ...(isEmpty ? [emptyLocale(folder.path, medium)] : []),
    ],
  }
}

/** The pictures directly in a locale folder. Their pixels will determine their types. */
function flatScreenshots(
  folder: TreeNode,
  {medium, locale, fastlaneFolder}: LocalePlace,
): Contents {
  const all = mediaIn(folder, medium).filter((name) => !isFrameitFile(name))
  const isHalfFramed = all.some(isFramed)
  const files = withoutFramedTwins(all).filter((name) => !(isHalfFramed && isBackground(name)))
  if (files.length === 0) return NOTHING
  const spare = files.flatMap((name): [string, 'unframed' | 'background'][] => {
    if (isBackground(name) && !isFramed(name)) return [[name, 'background']]
    // frameit has no frames for watches.
    return isHalfFramed && !isFramed(name) && !/watch/iu.test(name) ? [[name, 'unframed']] : []
  })
  const iMessage = fastlaneFolder === 'imessage'
  const {path} = folder
  const found = {path, medium, locale, type: null, iMessage, files, spare: new Map(spare)}
  return {folders: [{...found, posters: []}], diagnostics: []}
}

/** The videos directly in a locale folder: fastlane's layout, with the type in the name. */
function namedPreviews(folder: TreeNode, place: LocalePlace): Contents {
  const {medium, locale} = place
  const videos = mediaIn(folder, medium).map((name) => {
    const path = `${folder.path}/${name}`
    const type = previewTypeInName(name)
    if (type === undefined) return {name, type: previewWithoutType(path)}
    const row = typeOfFolder({...place, name: type, path})
    // A word such as "desktop" may mean something else in a name.
    return {name, type: 'severity' in row ? {...row, severity: atLeastWarning(row.severity)} : row}
  })
  const placed = videos.flatMap(({name, type}) => ('severity' in type ? [] : [{name, type}]))
  const types = [...new Set(placed.map(({type}) => type))]
  const posters = postersIn(folder)
  return {
    folders: types.map((type, index): MediaFolder => {
      const files = placed.filter((video) => video.type === type).map(({name}) => name)
      const ours = posters.filter((poster) => {
        const owner = videos.find(({name}) => isPosterOf(poster, name))
        return owner === undefined ? index === 0 : owner.type === type
      })
      const {path} = folder
      return {path, medium, locale, type, iMessage: false, files, spare: new Map(), posters: ours}
    }),
    diagnostics: videos.flatMap(({type}) => ('severity' in type ? [type] : [])),
  }
}

function subFolder(
  folder: TreeNode,
  place: LocalePlace,
  {isStrict, isFlat}: {readonly isStrict: boolean; readonly isFlat: boolean},
): Contents {
  const {medium, fastlaneFolder} = place
  const {name, path} = folder
  if (!isStrict && !containsMedia(folder)) return NOTHING
  if (fastlaneFolder !== null && !isFlat) return {folders: [], diagnostics: [tooDeep(path, medium)]}
  if (isTypeName(name)) return typeContents(folder, place)
  const type = typeOfFolder({...place, name, path})
  const diagnostic = 'severity' in type ? type : tooDeep(path, medium)
  const isLeftOut = isFlat && isError(diagnostic)
  return {
    folders: [],
    diagnostics: [isLeftOut ? folderLeftOut(path, medium, diagnostic.next) : diagnostic],
  }
}

function atLeastWarning(severity: Diagnostic['severity']): Diagnostic['severity'] {
  return severity === 'note' ? 'warning' : severity
}

function typeContents(folder: TreeNode, place: LocalePlace): Contents {
  const {medium, locale} = place
  const {path} = folder
  const type = typeOfFolder({...place, name: folder.name, path})
  if ('severity' in type) return {folders: [], diagnostics: [type]}
  const {nodes, diagnostics} = entriesOf(folder)
  const files = mediaIn(folder, medium)
  const posters = medium === 'preview' ? postersIn(folder) : []
  return {
    folders: [{path, medium, locale, type, iMessage: false, files, spare: new Map(), posters}],
    diagnostics: [
      ...diagnostics,
      ...nodes.flatMap((node) =>
        node.kind === 'folder'
          ? tooDeep(node.path, medium)
          : (unsupportedFile(medium, node.path) ?? []),
      ),
      ...(files.length === 0 ? [emptyType(path, medium)] : []),
    ],
  }
}
