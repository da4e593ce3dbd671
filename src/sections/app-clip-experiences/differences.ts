import {isRecord} from '../../core/json-values.ts'
import type {ExperienceFile, ExperienceLocalization} from './folder/experience-schema.ts'
import type {StoredExperience, StoredText} from './stored-experiences.ts'

/** What an experience says, as a reader sees it. */
export interface ExperienceText {
  /** In words: `action`, `title (EN)`. */
  readonly name: string
  /** The key of the file that it stands under. */
  readonly key: keyof ExperienceFile
  /** What the store has. Null if it has none. */
  readonly before: string | null
  readonly after: string
}

const WORDS = {
  isPoweredBy: 'powered by',
  defaultLanguage: 'default language',
  action: 'action',
  businessCategory: 'business category',
  place: 'place',
} as const
type Setting = keyof typeof WORDS
const SETTINGS: readonly Setting[] = [
  'isPoweredBy',
  'defaultLanguage',
  'action',
  'businessCategory',
  'place',
]

/**
 * The keys of a file whose values the store does not have. A key that the file lacks is left as it is; the localizations
 * are the whole list.
 *
 * @param stored - Null for an experience that does not exist.
 */
export function changesOf(
  declared: ExperienceFile,
  stored: StoredExperience | null,
): readonly (keyof ExperienceFile)[] {
  if (stored === null) return declaredKeys(declared)
  const settings = SETTINGS.filter(
    (key) => declared[key] !== undefined && !contains(stored.attributes[key], declared[key]),
  )
  return sameTexts(declared.localizations, stored.localizations)
    ? settings
    : [...settings, 'localizations']
}

function declaredKeys(declared: ExperienceFile): readonly (keyof ExperienceFile)[] {
  return ['link', ...SETTINGS.filter((key) => declared[key] !== undefined), 'localizations']
}

/** Whether a value of the store has all of a declared one. It may say more: Apple fills in places. */
function contains(stored: unknown, declared: unknown): boolean {
  if (Array.isArray(declared)) {
    return (
      Array.isArray(stored) &&
      stored.length === declared.length &&
      declared.every((each, index) => contains(stored[index], each))
    )
  }
  if (isRecord(declared)) {
    const inner = isRecord(stored) ? stored : {}
    return Object.entries(declared).every(([key, value]) => contains(inner[key], value))
  }
  return stored === declared
}

function sameTexts(
  declared: readonly ExperienceLocalization[],
  stored: readonly StoredText[],
): boolean {
  const byLanguage = new Map(stored.map((each) => [each.language, each]))
  return (
    declared.length === stored.length &&
    declared.every(({language, title, subtitle}) => {
      const other = byLanguage.get(language)
      return other?.title === title && other.subtitle === (subtitle || null)
    })
  )
}

/** Everything that a file says, with what the store has of it. */
export function textsOf(
  declared: ExperienceFile,
  stored: StoredExperience | null,
): readonly ExperienceText[] {
  const settings = SETTINGS.flatMap((key): readonly ExperienceText[] => {
    const value = declared[key]
    if (value === undefined) return []
    const same = stored !== null && contains(stored.attributes[key], value)
    const before = same ? inWords(value) : inWords(stored?.attributes[key])
    return [{name: WORDS[key], key, before, after: inWords(value) ?? ''}]
  })
  const byLanguage = new Map(stored?.localizations.map((each) => [each.language, each]))
  const texts = declared.localizations.flatMap(({language, title, subtitle}) => {
    const other = byLanguage.get(language)
    const all = [
      {name: 'title', before: other?.title ?? null, after: title},
      {name: 'subtitle', before: other?.subtitle ?? null, after: subtitle ?? ''},
    ]
    return all
      .filter(({before, after}) => before !== null || after !== '')
      .map(({name, ...each}) => ({
        ...each,
        name: `${name} (${language})`,
        key: 'localizations' as const,
      }))
  })
  const languages = new Set<string>(declared.localizations.map(({language}) => language))
  const gone = (stored?.localizations ?? [])
    .filter(({language}) => !languages.has(language))
    .map(({language, title}) => ({
      name: `title (${language})`,
      key: 'localizations' as const,
      before: title ?? '',
      after: '',
    }))
  return [
    {name: 'link', key: 'link', before: stored?.link ?? null, after: declared.link},
    ...settings,
    ...texts,
    ...gone,
  ]
}

/** @returns null if there is none. */
function inWords(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return JSON.stringify(value, null, 2)
}
