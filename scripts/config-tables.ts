import {AGE_RATING_ADDRESS, AGE_RATING_ANSWERS, AGE_RATING_VALUES} from '../src/apple/age-rating.ts'
import {AGE_RATING_LEVELS, AGE_RATING_SWITCHES} from '../src/apple/app-info.ts'
import {CATEGORIES} from '../src/apple/categories.ts'
import {isRecord} from '../src/core/json-values.ts'
import {SETTINGS} from '../src/metadata/settings.ts'
import {FIELDS} from '../src/metadata/text-fields.ts'
import {configJsonSchema} from './config-schema.ts'
import {code, table} from './markdown-table.ts'

/** What `app-store.yml` declares once for all locales, besides the age rating. */
export function settingsTable(): string {
  const settings = SETTINGS.filter(({key}) => key[0] !== 'age-rating')
  // The items of a list have one key, and a file each.
  const byKey = Map.groupBy(settings, ({key}) => namesIn(key).join('.'))
  const rows = [...byKey].map(([key, all]) => [
    code(key),
    all.flatMap(({file}) => (file === null ? [] : code(file))).join(' '),
    descriptionOf(key.split('.')),
  ])
  return table(['Key', 'File', 'Meaning'], rows)
}

/** What it declares in each locale. */
export function textsTable(): string {
  const rows = FIELDS.map(({key, file}) => [
    code(key),
    file === null ? '' : code(file),
    descriptionOf(['localizations', '*', key]),
  ])
  return table(['Key', 'File', 'Meaning'], rows)
}

/** The keys of `age-rating`, by what they can be. */
export function ageRatingTable(): string {
  return table(
    ['Keys', 'Values'],
    [
      [list(AGE_RATING_SWITCHES), list(['true', 'false'])],
      [list(AGE_RATING_LEVELS), list(AGE_RATING_ANSWERS)],
      ...Object.entries(AGE_RATING_VALUES).map(([name, values]) => [code(name), list(values)]),
      [code(AGE_RATING_ADDRESS), descriptionOf(['age-rating', AGE_RATING_ADDRESS])],
    ],
  )
}

/** The categories with their subcategories. */
export function categoriesTable(): string {
  const plain = Object.keys(CATEGORIES).filter((id) => CATEGORIES[id]?.length === 0)
  const others = Object.entries(CATEGORIES).filter(([, own]) => own.length > 0)
  return table(
    ['Category', 'Subcategories'],
    [...others.map(([id, own]) => [code(id), list(own)]), [list(plain), 'none']],
  )
}

function list(names: readonly string[]): string {
  return names.map(code).join(' ')
}

function namesIn(key: readonly PropertyKey[]): readonly string[] {
  return key.filter((step) => typeof step === 'string')
}

/** @param key - With `*` for any locale. @throws if the schema does not have it. */
function descriptionOf(key: readonly string[]): string {
  const found = key.reduce<unknown>((part, step) => {
    if (!isRecord(part)) return null
    const {properties, additionalProperties} = part
    return step === '*' ? additionalProperties : isRecord(properties) ? properties[step] : null
  }, configJsonSchema())
  if (!isRecord(found) || typeof found['description'] !== 'string') {
    throw new Error(`The schema does not describe ${key.join('.')}.`)
  }
  return found['description']
}
