import {nearestNames} from '../../../files/nearest-name.ts'
import {FIELDS} from '../fields.ts'

/** Other files that fastlane's deliver reads in a locale folder (`upload_metadata.rb`). */
export const OTHER_LOCALE_FILES: readonly string[] = [
  'apple_tv_privacy_policy.txt',
  'name.txt',
  'privacy_url.txt',
  'subtitle.txt',
]

/** Files that fastlane's deliver reads beside the locale folders. */
export const OTHER_ROOT_FILES: readonly string[] = [
  'copyright.txt',
  'primary_category.txt',
  'primary_first_sub_category.txt',
  'primary_second_sub_category.txt',
  'secondary_category.txt',
  'secondary_first_sub_category.txt',
  'secondary_second_sub_category.txt',
]

/** Folders that fastlane's deliver reads beside those of the locales, in lower case. */
export const OTHER_FOLDERS: readonly string[] = [
  'default',
  'review_information',
  'trade_representative_contact_information',
]

/** The folder of fastlane's supply, for Google Play. */
export const ANDROID = 'android'

/** Names that somebody may give a file, with the right name. */
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...[...OTHER_LOCALE_FILES, ...OTHER_ROOT_FILES].map((file) => [stemOf(file), file] as const),
  ...FIELDS.flatMap(({file, words, attribute}) =>
    [stemOf(file), words, attribute].map((name) => [name, file] as const),
  ),
])

/** The names of the files that somebody probably meant. None if no name is close. */
export function nearestFiles(name: string): readonly string[] {
  const near = nearestNames(stemOf(name), [...BY_NAME.keys()])
  return [...new Set(near.flatMap((each) => BY_NAME.get(each) ?? []))]
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]*$/u, '')
}
