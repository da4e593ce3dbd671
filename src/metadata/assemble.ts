import {CATEGORY_SLOTS} from '../apple/app-info.ts'
import {LOCALES} from '../apple/locales.ts'
import {CONTENT_RIGHTS, RELEASE_TYPES} from '../apple/release.ts'
import {REVIEW_ATTRIBUTES} from '../apple/review-detail.ts'
import type {Declaration} from './declaration.ts'
import {textId} from './declaration.ts'
import type {Declared, Metadata} from './metadata.ts'
import {AGE_RATING_NAMES, ageRatingId} from './settings.ts'
import {FIELDS} from './text-fields.ts'

/** Everything that is declared, by what it is. Leaves out what this run does not know. */
export function assemble(declarations: readonly Declaration[]): Metadata {
  const byId = new Map(declarations.map((each) => [each.id, each]))

  const declared = (id: string): Declared<string | boolean> | null => {
    const found = byId.get(id)
    if (found === undefined || found.value === null) return null
    const {value, at, isSecret} = found
    return {value, at, isSecret}
  }
  const text = (id: string): Declared<string> | null => {
    const found = declared(id)
    return found !== null && typeof found.value === 'string' && found.value !== ''
      ? {...found, value: found.value}
      : null
  }
  const flag = (id: string): Declared<boolean> | null => {
    const found = declared(id)
    return found !== null && typeof found.value === 'boolean'
      ? {...found, value: found.value}
      : null
  }
  const oneOf = <Value extends string>(
    id: string,
    values: readonly Value[],
  ): Declared<Value> | null => {
    const found = text(id)
    const value = values.find((each) => each === found?.value)
    return found === null || value === undefined ? null : {...found, value}
  }
  const baseTerritory = text('baseTerritory')
  const customerPrice = text('customerPrice')
  return {
    texts: mapOf(LOCALES, (locale) => {
      const own = mapOf(
        FIELDS.map(({attribute}) => attribute),
        (attribute) => text(textId(locale, {attribute})),
      )
      return own.size === 0 ? null : own
    }),
    release: {
      copyright: text('copyright'),
      release: oneOf('releaseType', Object.values(RELEASE_TYPES)),
      earliestRelease: text('earliestReleaseDate'),
      phasedRelease: flag('phasedRelease'),
    },
    app: {
      primaryLocale: text('primaryLocale'),
      contentRights: oneOf('contentRightsDeclaration', Object.values(CONTENT_RIGHTS)),
      price:
        baseTerritory === null || customerPrice === null ? null : {baseTerritory, customerPrice},
      categories: mapOf(CATEGORY_SLOTS, (slot) => {
        const found = declared(slot)
        if (found === null || typeof found.value !== 'string') return null
        return {...found, value: found.value === '' ? null : found.value}
      }),
    },
    ageRating: mapOf(AGE_RATING_NAMES, (name) => declared(ageRatingId(name))),
    build: text('build'),
    encryption: flag('usesNonExemptEncryption'),
    review: mapOf(REVIEW_ATTRIBUTES, declared),
  }
}

/** The values that there are, by key, in the order of the keys. */
function mapOf<Key, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value | null,
): ReadonlyMap<Key, Value> {
  const entries = keys.flatMap((key) => {
    const value = valueOf(key)
    return value === null ? [] : [[key, value] as const]
  })
  return new Map(entries)
}
