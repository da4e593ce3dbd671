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
 * The diagnostic for a name that is not an App Store locale.
 *
 * @param name - The name in place of a locale.
 * @param path - Its path, relative to the workspace.
 */
export function unknownLocale(name: string, path: string): Diagnostic {
  const code = 'unknown-locale'
  if (name.toLowerCase() === 'default') {
    return errorAt(path, {
      code: 'default-locale',
      what: '"default" is not an App Store locale: unlike fastlane, the App Store has no default for all locales',
      next: 'put the files in one folder for each locale, such as en-US; locales that share files can be symbolic links',
    })
  }
  const related = localesOfSameLanguage(name)
  return errorAt(path, {
    code,
    what: `"${name}" is not an App Store locale`,
    next: related.length > 0 ? `use ${listWithOr(related)}` : `use one of ${LOCALES.join(', ')}`,
  })
}
