import path from 'node:path'

import {SET_RESOURCES} from '../../../apple/set-resources.ts'
import type {Client} from '../../../connect/client.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {NOTHING_PULLED} from '../../../core/pulled.ts'
import type {Pulled, PulledFile} from '../../../core/pulled.ts'
import type {Localization, Target} from '../../../core/target.ts'
import {noteAt} from '../../../files/diagnostic-at.ts'
import {splitName} from '../../../files/file-name.ts'
import {localeOf} from '../../../files/locale-folder.ts'
import {createFetchFile} from '../../../pictures/fetch-file.ts'
import type {FetchFile} from '../../../pictures/fetch-file.ts'
import {
  isPlaylist,
  notShownYet,
  pictureContent,
  streamOnly,
  videoContent,
} from '../../../pictures/fetched-content.ts'
import {displayType} from '../facts/display-types.ts'
import {MEDIA_LIMITS} from '../facts/limits.ts'
import {placeOf} from '../listing.ts'
import type {ActualAsset, ActualSet, DesiredListing, Medium} from '../listing.ts'
import {readSets} from '../sets/read-sets.ts'
import {namesInOrder} from './file-names.ts'

export interface PullMediaOptions {
  readonly client: Client
  readonly target: Target
  /** Apple's codes of the wanted locales; empty for all. */
  readonly locales: readonly string[]
  /** Where the sets of each managed medium go, relative to the workspace. */
  readonly folders: ReadonlyMap<Medium, string>
  /** What the folders have: what was uploaded from there is not written under another name. */
  readonly present: DesiredListing
}

/** A set, and where its files go. */
interface Place {
  readonly locale: string
  readonly set: ActualSet
  /** Relative to the workspace. */
  readonly folder: string
}

/** The screenshots and previews of the version, with one request for each locale and medium that has any. */
export async function pullMedia({
  client,
  target,
  locales,
  folders,
  present,
}: PullMediaOptions): Promise<Pulled> {
  const all = await target.localizations()
  const wanted = all.filter(({locale}) => locales.length === 0 || locales.includes(locale))
  const places = await Promise.all(
    wanted.flatMap((localization) =>
      [...folders].map(([medium, folder]) => readPlaces(client, localization, {medium, folder})),
    ),
  )
  const fetchFile = createFetchFile()
  const known = new Map(present.sets.map((set) => [set.id, set]))
  const pulled = places.flat().map((place) => {
    const own = known.get(placeOf(place.locale, place.set.type))
    const there = new Set(own?.files.map(({content}) => content.md5))
    // A set in two folders would be an error.
    return pullSet(own === undefined ? place : {...place, folder: own.folder}, {
      fetchFile,
      isThere: ({md5}) => md5 !== null && there.has(md5),
    })
  })
  return {
    ...NOTHING_PULLED,
    files: pulled.flatMap(({files}) => files),
    unchanged: pulled.reduce((sum, {unchanged}) => sum + unchanged, 0),
    diagnostics: pulled.flatMap(({diagnostics}) => diagnostics),
  }
}

async function readPlaces(
  client: Client,
  {id, locale, sets: existing}: Localization,
  {medium, folder}: {readonly medium: Medium; readonly folder: string},
): Promise<readonly Place[]> {
  if ((existing[SET_RESOURCES[medium].type] ?? []).length === 0) return []
  const sets = await readSets(client, id, medium)
  return sets
    .filter(({assets}) => assets.length > 0)
    .map((set) => ({locale, set, folder: path.posix.join(folder, locale, set.type)}))
}

type PulledAsset = Pick<Pulled, 'files' | 'diagnostics'>

interface SetContext {
  readonly fetchFile: FetchFile
  /** Whether the folder has the bytes of an asset, in the same set. */
  readonly isThere: (asset: ActualAsset) => boolean
}

function pullSet(
  place: Place,
  {fetchFile, isThere}: SetContext,
): PulledAsset & Pick<Pulled, 'unchanged'> {
  const {locale, set, folder} = place
  const row = displayType(set.type)
  // Both become names of folders.
  if (localeOf(locale) !== locale || row?.medium !== set.medium || row.sizes.length === 0) {
    return {files: [], unchanged: 0, diagnostics: [unknownPlace(place)]}
  }
  const names = namesInOrder(
    set.assets.map(({fileName}) => fileName),
    set.medium,
  ).map((name) => (isForAllTypes(folder) ? nameWithType(name, set.type) : name))
  const parts = set.assets.flatMap((asset, index) => {
    if (isThere(asset)) return []
    const name = names[index] ?? ''
    const file = {path: `${folder}/${name}`, noun: set.medium, locale}
    return set.medium === 'screenshot'
      ? pullScreenshot(asset, file, fetchFile)
      : pullPreview(asset, file, fetchFile)
  })
  return {
    files: parts.flatMap(({files}) => files),
    unchanged: set.assets.filter(isThere).length,
    diagnostics: parts.flatMap(({diagnostics}) => diagnostics),
  }
}

/** Whether a folder is one of a locale, with the files of all types directly in it, as fastlane has them. */
function isForAllTypes(folder: string): boolean {
  return localeOf(path.posix.basename(folder)) !== undefined
}

/** fastlane has the type of a preview in its name. Of a screenshot it keeps names apart, and may decide the type. */
function nameWithType(name: string, type: string): string {
  const {stem, extension} = splitName(name)
  return stem.includes(type) ? name : `${stem}-${type}${extension}`
}

type FilePlace = Pick<PulledFile, 'path' | 'noun' | 'locale'>

function pullScreenshot(
  {image, md5}: ActualAsset,
  file: FilePlace,
  fetchFile: FetchFile,
): PulledAsset {
  if (image === null) return {files: [], diagnostics: [notShownYet(file.path)]}
  const {maximumFileSize: maximumSize} = MEDIA_LIMITS.screenshot
  const content = pictureContent(image, {path: file.path, md5, maximumSize}, fetchFile)
  return {files: [{...file, content}], diagnostics: []}
}

function pullPreview(
  {image, md5, posterTimeCode}: ActualAsset,
  file: FilePlace,
  fetchFile: FetchFile,
): PulledAsset {
  const address = image?.videoUrl ?? null
  if (address === null) return {files: [], diagnostics: [notShownYet(file.path)]}
  if (isPlaylist(address)) return {files: [], diagnostics: [streamOnly(file.path)]}
  const {maximumFileSize: maximumSize} = MEDIA_LIMITS.preview
  const content = videoContent(address, {path: file.path, md5, maximumSize}, fetchFile)
  const poster = `${splitName(file.path).stem}.poster.txt`
  const posters =
    posterTimeCode === null
      ? []
      : [{...file, path: poster, noun: 'poster frame', content: {text: `${posterTimeCode}\n`}}]
  return {files: [{...file, content}, ...posters], diagnostics: []}
}

function unknownPlace({folder, set}: Place): Diagnostic {
  return noteAt(folder, {
    code: 'not-pulled',
    what: `is left out, because Apple no longer accepts such ${set.medium}s, or this version of the action does not know them`,
    next: '',
  })
}
