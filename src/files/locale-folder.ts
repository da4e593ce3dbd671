import {LOCALES} from '../apple/locales.ts'
import type {Problem} from '../core/diagnostic.ts'
import {localesOfSameLanguage} from './languages.ts'
import {oneOf} from './nearest-name.ts'

const byLowerCase = new Map(LOCALES.map((locale) => [locale.toLowerCase(), locale]))

/** Apple's code of a locale written in any case; undefined when Apple has no such locale. */
export function localeOf(name: string): string | undefined {
  return byLowerCase.get(name.toLowerCase())
}

/**
 * The problem of a name that is no locale of the App Store.
 *
 * @param name What stands where a locale should be.
 * @param path Where it stands, relative to the workspace.
 */
export function unknownLocale(name: string, path: string): Problem {
  const code = 'unknown-locale'
  if (name.toLowerCase() === 'default') {
    return {
      severity: 'error',
      code: 'default-locale',
      path,
      finding: 'the App Store has no default locale that stands for all others, as fastlane has',
      expectation:
        "put the files into a folder of each locale, such as en-US; a symbolic link does for those that share another's files",
    }
  }
  const related = localesOfSameLanguage(name)
  return {
    severity: 'error',
    code,
    path,
    finding: `"${name}" is not a locale of the App Store`,
    expectation:
      related.length > 0
        ? `Apple calls it ${oneOf(related)}`
        : `Apple's locales are ${LOCALES.join(', ')}`,
  }
}
