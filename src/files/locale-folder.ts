import {LOCALES} from '../apple/locales.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {errorAt} from './diagnostic-at.ts'
import {localesOfSameLanguage} from './languages.ts'
import {listWithOr} from './nearest-name.ts'

const byLowerCase = new Map(LOCALES.map((locale) => [locale.toLowerCase(), locale]))

/** Apple's code of a locale written in any case, or undefined if Apple has no such locale. */
export function localeOf(name: string): string | undefined {
  return byLowerCase.get(name.toLowerCase())
}

/**
 * The diagnostic for a name that is not a locale of the App Store.
 *
 * @param name - The name in place of a locale.
 * @param path - Its path, relative to the workspace.
 */
export function unknownLocale(name: string, path: string): Diagnostic {
  const code = 'unknown-locale'
  if (name.toLowerCase() === 'default') {
    return errorAt(path, {
      code: 'default-locale',
      what: 'the App Store has no default locale that stands for all others, as fastlane has',
      next: "put the files into a folder of each locale, such as en-US; a symbolic link does for those that share another's files",
    })
  }
  const related = localesOfSameLanguage(name)
  return errorAt(path, {
    code,
    what: `"${name}" is not a locale of the App Store`,
    next:
      related.length > 0
        ? `Apple calls it ${listWithOr(related)}`
        : `Apple's locales are ${LOCALES.join(', ')}`,
  })
}
