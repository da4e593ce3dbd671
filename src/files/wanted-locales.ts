import type {Problem} from '../core/diagnostic.ts'
import {localeOf, unknownLocale} from './locale-folder.ts'

/** The locales that the run is limited to. */
export interface WantedLocales {
  /** Apple's codes; empty means all. */
  readonly locales: readonly string[]
  /** One of each name that is no locale. */
  readonly problems: readonly Problem[]
  /** One of each wanted locale that is not among the given ones, those of the folders. */
  readonly withoutFolder: (present: readonly string[]) => readonly Problem[]
}

/**
 * Reads the input `locales`.
 *
 * @param path What the problems are reported on, relative to the workspace.
 */
export function wantedLocales(names: readonly string[], path: string): WantedLocales {
  const known = names.map(localeOf).filter((locale) => locale !== undefined)
  const locales = [...new Set(known)]
  return {
    locales,
    problems: names
      .filter((name) => localeOf(name) === undefined)
      .map((name) => unknownLocale(name, path))
      .map((problem) => ({...problem, finding: `the input \`locales\`: ${problem.finding}`})),
    withoutFolder: (present) =>
      locales
        .filter((locale) => !present.includes(locale))
        .map((locale) => ({
          severity: 'error',
          code: 'locale-without-folder',
          path,
          finding: `the input \`locales\` asks for ${locale}, which has no folder`,
          expectation: `add a folder ${locale}, or take it out of the input \`locales\``,
        })),
  }
}
