import type {Diagnostic} from '../core/diagnostic.ts'
import {errorAt} from './diagnostic-at.ts'
import {localeOf, unknownLocale} from './locale-folder.ts'

/** The locales that the run is limited to. */
export interface WantedLocales {
  /** Apple's codes; empty means all. */
  readonly locales: readonly string[]
  /** One for each name that is not a locale. */
  readonly diagnostics: readonly Diagnostic[]
  /** One for each wanted locale without a folder. `present`: the locales of all folders. */
  readonly withoutFolder: (present: readonly string[]) => readonly Diagnostic[]
}

/**
 * Reads the input `locales`.
 *
 * @param path - What the diagnostics are about, relative to the workspace.
 */
export function wantedLocales(names: readonly string[], path: string): WantedLocales {
  const known = names.map(localeOf).filter((locale) => locale !== undefined)
  const locales = [...new Set(known)]
  return {
    locales,
    diagnostics: names
      .filter((name) => localeOf(name) === undefined)
      .map((name) => unknownLocale(name, path))
      .map((unknown) => ({...unknown, what: `\`locales\`: ${unknown.what}`})),
    withoutFolder: (present) =>
      locales
        .filter((locale) => !present.includes(locale))
        .map((locale) =>
          errorAt(path, {
            code: 'locale-without-folder',
            what: `\`locales\` names ${locale}, which has no folder`,
            next: `add a folder ${locale}, or remove it from \`locales\``,
          }),
        ),
  }
}
