import {LOCALES} from '../apple/locales.ts'
import {comparable} from './nearest-name.ts'

/** One language with two codes of its own: Apple has one locale for both written forms of Norwegian. */
const SAME_LANGUAGE: ReadonlyMap<string, string> = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
])

/** Codes of countries that stand for their language. Only those that are no code of another language. */
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

/** Usual names of folders that happen to be codes of languages, none of which the App Store has. */
const WORDS = ['bak', 'bin', 'min', 'new', 'pro', 'src']

const SCRIPTS = ['Hans', 'Hant']

const languageNames = new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'})

/**
 * Apple's locales of the language that a name stands for: another code of it, a code with another country,
 * or the language's name in English or in itself. Never one of another language.
 *
 * @returns none when the App Store has no locale of the language, or the name is no language.
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

/** Tells whether a folder's name reads like a language, whether or not the App Store has it. */
export function isLikeLocale(name: string): boolean {
  const tag = tagOf(name)
  if (tag === null || WORDS.includes(tag)) return false
  const language = languageOf(tag)
  return language !== null && languageNames.of(language) !== undefined
}

/** `zh_TW` → `zh-tw`, `jp` → `ja`, `Chinese (simplified)` → `zh-Hans`; null for what is no language. */
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

/** The script where a language has several at Apple, and the tag says which: by itself, or by the country. */
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
      return [languageNames.of(language) ?? '', own].map(
        (name) => [comparable(name), language] as const,
      )
    }),
  )
  return byName
}

function withoutSeparators(name: string): string {
  return comparable(name).replaceAll('-', '')
}
