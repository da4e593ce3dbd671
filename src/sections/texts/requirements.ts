import type {Plan} from '../../core/plan.ts'
import type {ChecklistItem} from '../../core/view.ts'
import {storedText} from '../../files/stored-text.ts'
import {FIELDS} from '../../metadata/text-fields.ts'
import type {TextField, TextFieldName} from '../../metadata/text-fields.ts'
import type {HaveTexts} from './have-texts.ts'
import {textStepId} from './text-steps.ts'
import type {WantedTexts} from './wanted-texts.ts'

/** What Apple needs in each locale of a version (App Store Connect Help, "Required, localizable, and editable properties"). */
const IN_EACH_LOCALE: readonly TextFieldName[] = ['description', 'keywords', 'supportUrl']

/** What Apple needs in the primary locale of the app. */
const IN_PRIMARY_LOCALE: readonly TextFieldName[] = ['privacyPolicyUrl']

interface Known {
  readonly wanted: WantedTexts
  readonly have: HaveTexts
  readonly plan: Pick<Plan, 'steps'>
}

/** The texts that a version cannot be submitted without. */
export function requirementsOfTexts(known: Known): readonly ChecklistItem[] {
  const {localizations, isFirstVersion, primaryLocale} = known.have
  const added = known.plan.steps.flatMap(({id, subject: {locale}}) =>
    id.startsWith('create-localization:') && locale !== null ? [locale] : [],
  )
  const locales = [...new Set([...localizations.map(({locale}) => locale), ...added])]
  const names = [...IN_EACH_LOCALE, ...(isFirstVersion ? [] : (['whatsNew'] as const))]
  return [
    ...names.map((name) => requirement(known, name, locales)),
    ...IN_PRIMARY_LOCALE.map((name) => requirement(known, name, [primaryLocale])),
  ]
}

function requirement(known: Known, name: TextFieldName, locales: readonly string[]): ChecklistItem {
  const field = FIELDS.find(({attribute}) => attribute === name)
  if (field === undefined) throw new Error(`There is no text ${name}.`)
  const missing = locales.filter((locale) => !isThere(known, field, locale))
  const declared = known.wanted.flatMap(({locale, texts}) =>
    texts.filter((text) => text.field === field && locales.includes(locale)),
  )
  return {
    name: `${field.words.slice(0, 1).toUpperCase()}${field.words.slice(1)}`,
    state: missing.length === 0 ? 'done' : 'missing',
    next: missing.length === 0 ? '' : howToDeclare(field, missing),
    file: missing.length === 0 ? (declared[0]?.at ?? null) : null,
  }
}

/** Whether the store has the text once the plan is carried out. */
function isThere(
  {have: {localizations, info, isNewVersion}, plan}: Known,
  field: TextField,
  locale: string,
): boolean {
  if (plan.steps.some(({id}) => id === textStepId(locale, field))) return true
  const all = field.owner === 'version' ? localizations : (info?.localizations ?? [])
  const stored = all.find((each) => each.locale === locale)
  const isGone = isNewVersion && !field.isInherited
  return !isGone && storedText(stored?.attributes[field.attribute] ?? null) !== null
}

function howToDeclare({key, file}: TextField, missing: readonly string[]): string {
  const list = new Intl.ListFormat('en-GB').format(missing)
  const inConfig = `\`localizations.${missing[0]}.${key}\` to app-store.yml`
  return `Missing in ${list}: add ${file === null ? inConfig : `${file} to the folder of the locale, or ${inConfig}`}`
}
