import type {Platform} from '../../../core/platforms.ts'
import type {Medium} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
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
  holdsMedia,
  mediaIn,
  postersIn,
} from '../../../files/folder-entries.ts'
import {
  emptyLocale,
  emptyType,
  folderLeftOut,
  previewWithoutType,
  tooDeep,
} from './layout-problems.ts'
import type {MediaFolder} from './media-folders.ts'
import {previewTypeInName} from './preview-name.ts'
import type {TreeNode} from '../../../files/tree.ts'
import {isTypeName, typeOfFolder} from './type-folder.ts'

/** Where a locale folder stands. */
export interface LocalePlace {
  readonly medium: Medium
  readonly platform: Platform
  /** Apple's code. */
  readonly locale: string
  /** The folder of fastlane's that it lies in, in lower case, such as `imessage`; null in the root itself. */
  readonly special: string | null
}

interface Contents {
  readonly folders: readonly MediaFolder[]
  readonly problems: readonly Problem[]
}

const NOTHING: Contents = {folders: [], problems: []}

/**
 * Reads the names in a locale folder: files in folders of their types, or directly in it, or both. Without type folders
 * it is read as fastlane's deliver does: what is no picture or video there is left out.
 */
export function localeContents(folder: TreeNode, place: LocalePlace): Contents {
  const {medium} = place
  const {nodes, problems} = entriesAbove(folder, medium)
  const isStrict = hasTypeFolders(folder)
  const isFlat = !isStrict && mediaIn(folder, medium).length > 0
  const parts = [
    medium === 'preview' ? namedPreviews(folder, place) : flatScreenshots(folder, place),
    ...nodes
      .filter(({kind}) => kind === 'folder')
      .map((node) => subFolder(node, place, {isStrict, isFlat})),
  ]
  const isEmpty =
    problems.length === 0 && parts.every((part) => part.folders.length + part.problems.length === 0)
  const others = nodes.filter(
    ({kind, name}) => kind === 'file' && mimeTypeOf(medium, name) === undefined,
  )
  return {
    folders: parts.flatMap((part) => part.folders),
    problems: [
      ...problems,
      ...others.flatMap(({path}) =>
        isStrict ? (unsupportedFile(medium, path) ?? []) : leftOutFile(medium, path),
      ),
      ...parts.flatMap((part) => part.problems),
      ...(isEmpty ? [emptyLocale(folder.path, medium)] : []),
    ],
  }
}

/** The pictures that lie directly in a locale folder: their pixels will say their types. */
function flatScreenshots(folder: TreeNode, {medium, locale, special}: LocalePlace): Contents {
  const all = mediaIn(folder, medium).filter((name) => !isFrameitFile(name))
  const isHalfFramed = all.some(isFramed)
  const files = withoutFramedTwins(all).filter((name) => !(isHalfFramed && isBackground(name)))
  if (files.length === 0) return NOTHING
  const spare = files.flatMap((name): [string, 'unframed' | 'background'][] => {
    if (isBackground(name) && !isFramed(name)) return [[name, 'background']]
    // frameit frames no watches.
    return isHalfFramed && !isFramed(name) && !/watch/iu.test(name) ? [[name, 'unframed']] : []
  })
  const iMessage = special === 'imessage'
  const {path} = folder
  const found = {path, medium, locale, type: null, iMessage, files, spare: new Map(spare)}
  return {folders: [{...found, posters: []}], problems: []}
}

/** The videos that lie directly in a locale folder: fastlane's layout, with the type in the name. */
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
    problems: videos.flatMap(({type}) => ('severity' in type ? [type] : [])),
  }
}

function subFolder(
  folder: TreeNode,
  place: LocalePlace,
  {isStrict, isFlat}: {readonly isStrict: boolean; readonly isFlat: boolean},
): Contents {
  const {medium, special} = place
  const {name, path} = folder
  if (!isStrict && !holdsMedia(folder)) return NOTHING
  if (special !== null && !isFlat) return {folders: [], problems: [tooDeep(path, medium)]}
  if (isTypeName(name)) return typeContents(folder, place)
  const type = typeOfFolder({...place, name, path})
  const problem = 'severity' in type ? type : tooDeep(path, medium)
  const isLeftOut = isFlat && problem.severity === 'error'
  return {
    folders: [],
    problems: [isLeftOut ? folderLeftOut(path, medium, problem.expectation) : problem],
  }
}

function atLeastWarning(severity: Problem['severity']): Problem['severity'] {
  return severity === 'note' ? 'warning' : severity
}

function typeContents(folder: TreeNode, place: LocalePlace): Contents {
  const {medium, locale} = place
  const {path} = folder
  const type = typeOfFolder({...place, name: folder.name, path})
  if ('severity' in type) return {folders: [], problems: [type]}
  const {nodes, problems} = entriesOf(folder)
  const files = mediaIn(folder, medium)
  const posters = medium === 'preview' ? postersIn(folder) : []
  return {
    folders: [{path, medium, locale, type, iMessage: false, files, spare: new Map(), posters}],
    problems: [
      ...problems,
      ...nodes.flatMap((node) =>
        node.kind === 'folder'
          ? tooDeep(node.path, medium)
          : (unsupportedFile(medium, node.path) ?? []),
      ),
      ...(files.length === 0 ? [emptyType(path, medium)] : []),
    ],
  }
}
