import {nearestNames} from '../../files/nearest-name.ts'
import {SETTINGS} from '../settings.ts'
import type {Setting} from '../settings.ts'
import {FIELDS} from '../text-fields.ts'
import type {TextField} from '../text-fields.ts'

/** The folder of what App Review should know, as fastlane has it. */
export const REVIEW_FOLDER = 'review_information'

/** Other folders that fastlane's deliver knows beside those of the locales, in lower case. */
export const OTHER_FOLDERS: readonly string[] = ['trade_representative_contact_information']

/** The folder of fastlane's supply, for Google Play. */
export const ANDROID = 'android'

/** The folder whose texts are for every locale that lacks them. */
export const DEFAULT_FOLDER = 'default'

/** The files of a locale folder, in the order of App Store Connect's pages. */
export const TEXT_FILES: readonly string[] = FIELDS.flatMap(({file}) => file ?? [])

const fieldsByFile: ReadonlyMap<string, TextField> = new Map(
  FIELDS.flatMap((field) => (field.file === null ? [] : [[field.file, field]])),
)

const settingsByFile: ReadonlyMap<string, Setting> = new Map(
  SETTINGS.flatMap((setting) => (setting.file === null ? [] : [[setting.file, setting]])),
)

/** The text that a file of this name declares, or null for other names. */
export function fieldOfFile(name: string): TextField | null {
  return fieldsByFile.get(name) ?? null
}

/** The setting that a file declares, or null for other files. @param place - Its path below the folder. */
export function settingOfFile(place: string): Setting | null {
  return settingsByFile.get(place) ?? null
}

/** The files beside the locale folders, by name. */
const ROOT_FILES: readonly string[] = [...settingsByFile.keys()].filter(
  (place) => !place.includes('/'),
)

/** Those of {@link REVIEW_FOLDER}. */
export const REVIEW_FILES: readonly string[] = [...settingsByFile.keys()].flatMap((place) =>
  place.startsWith(`${REVIEW_FOLDER}/`) ? [place.slice(REVIEW_FOLDER.length + 1)] : [],
)

/** Names that somebody may give a file, with the right name. */
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...[...TEXT_FILES, ...ROOT_FILES].map((file) => [stemOf(file), file] as const),
  ...FIELDS.flatMap(({file, words, attribute}) =>
    file === null ? [] : [stemOf(file), words, attribute].map((name) => [name, file] as const),
  ),
])

/** Those of iTunes Connect, which deliver calls deprecated, are `review_first_name.txt` and so on. */
const REVIEW_BY_NAME: ReadonlyMap<string, string> = new Map(
  REVIEW_FILES.flatMap((file) =>
    [stemOf(file), `review_${stemOf(file)}`].map((name) => [name, file] as const),
  ),
)

/** The names of the files that somebody probably meant. None if no name is close. */
export function nearestFiles(name: string, folder: 'locale' | 'review'): readonly string[] {
  const known = folder === 'review' ? REVIEW_BY_NAME : BY_NAME
  const near = nearestNames(stemOf(name), [...known.keys()])
  return [...new Set(near.flatMap((each) => known.get(each) ?? []))]
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]*$/u, '')
}
