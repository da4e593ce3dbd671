import {LOCALES} from '../apple/locales.ts'
import {comparable} from './nearest-name.ts'

/** Two codes for one language: Apple has one locale for both written forms of Norwegian. */
const SAME_LANGUAGE: ReadonlyMap<string, string> = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
])

/** Country codes that people use for a language. Only those that are not also a language code. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['cn', 'zh-CN'],
  ['cz', 'cs'],
  ['dk', 'da'],
  ['gr', 'el'],
  ['hk', 'zh-HK'],
  ['jp', 'ja'],
  ['ua', 'uk'],
  ['vn', 'vi'],
])

/** Common folder names that happen to be language codes. The App Store has none of these languages. */
const WORDS = ['bak', 'bin', 'min', 'new', 'pro', 'src']

const SCRIPTS = ['Hans', 'Hant']

let names: Intl.DisplayNames | undefined

/** The name of a language in English. Made on first use, because most runs need none and it takes a while. */
function languageName(language: string): string | undefined {
  names ??= new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'})
  return names.of(language)
}

/**
 * Apple's locales of the language that a name means: another code of it, a code with another country, or the
 * language's name in English or in the language itself. Never a locale of another language.
 *
 * @returns none if the App Store has no locale of the language, or the name is not a language.
 */
export function localesOfSameLanguage(name: string): readonly string[] {
  const joined = withoutSeparators(name)
  const same = LOCALES.filter((locale) => withoutSeparators(locale) === joined)
  if (same.length > 0) return same

  const tag = tagOf(name)
  const language = tag === null ? null : languageOf(tag)
  if (tag === null || language === null) return []
  const related = LOCALES.filter((locale) => languageOf(locale) === language)
  const script = scriptOf(tag)
  const ofScript = related.filter((locale) => scriptOf(locale) === script)
  return script !== null && ofScript.length > 0 ? ofScript : related
}

/** Whether a folder's name looks like a language, even one that the App Store does not have. */
export function isLikeLocale(name: string): boolean {
  const tag = tagOf(name)
  if (tag === null || WORDS.includes(tag)) return false
  const language = languageOf(tag)
  return language !== null && languageName(language) !== undefined
}

/** `zh_TW` → `zh-tw`, `jp` → `ja`, `Chinese (simplified)` → `zh-Hans`; null if it is not a language. */
function tagOf(name: string): string | null {
  const tag = comparable(name)
  const first = tag.split('-')[0] ?? ''
  if (/^[a-z]{2,3}$/u.test(first)) return COUNTRIES.get(tag) ?? tag
  const words = tag.split(/[^\p{L}\p{M}]+/u)
  const language = words.map((word) => languagesByName().get(word)).find((found) => found)
  if (language === undefined) return null
  if (words.includes('simplified')) return `${language}-Hans`
  return words.includes('traditional') ? `${language}-Hant` : language
}

function languageOf(tag: string): string | null {
  const first = tag.split('-')[0] ?? ''
  const language = localeFrom(first)?.language
  return language === undefined ? null : (SAME_LANGUAGE.get(language) ?? language)
}

/** The script, if Apple has several for the language and the tag says which, directly or by its country. */
function scriptOf(tag: string): string | null {
  if (!tag.includes('-')) return null
  const script = localeFrom(tag)?.maximize().script
  return script !== undefined && SCRIPTS.includes(script) ? script : null
}

function localeFrom(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag)
  } catch {
    return null
  }
}

let byName: ReadonlyMap<string, string> | undefined

function languagesByName(): ReadonlyMap<string, string> {
  byName ??= new Map(
    LOCALES.flatMap((locale) => {
      const [language = ''] = locale.split('-')
      const own = new Intl.DisplayNames([language], {type: 'language'}).of(language) ?? ''
      return [languageName(language) ?? '', own].map(
        (name) => [comparable(name), language] as const,
      )
    }),
  )
  return byName
}

function withoutSeparators(name: string): string {
  return comparable(name).replaceAll('-', '')
}
