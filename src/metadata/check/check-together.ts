import {CATEGORIES, SUBCATEGORY_IDS} from '../../apple/categories.ts'
import {RELEASE_TYPES} from '../../apple/release.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAt} from '../../files/diagnostic-at.ts'
import {listWithOr} from '../../files/nearest-name.ts'
import type {Declaration} from '../declaration.ts'

type ById = ReadonlyMap<string, Declaration>

/** What is right by itself, but not with what else is declared. */
export function checkTogether(declarations: readonly Declaration[]): readonly Diagnostic[] {
  const byId = new Map(declarations.map((each) => [each.id, each]))
  return [
    ...checkRelease(byId),
    ...checkCategories(byId),
    ...checkSubcategories(byId, 'primary'),
    ...checkSubcategories(byId, 'secondary'),
  ]
}

/** A date only means something with a scheduled release, which has no other date. */
function checkRelease(byId: ById): readonly Diagnostic[] {
  const release = byId.get('releaseType')
  const date = byId.get('earliestReleaseDate')
  const isScheduled = release?.value === RELEASE_TYPES.scheduled
  if (release !== undefined && isScheduled && date === undefined) {
    return [
      wrong(release, {
        what: 'has a scheduled release without a date',
        next: 'add `earliest-release`, such as 2026-12-24T09:00:00Z',
      }),
    ]
  }
  const isKnown = release === undefined || isReleaseType(release.value)
  if (date !== undefined && !isScheduled && isKnown) {
    return [
      wrong(date, {
        what: 'has a date of release, but the release is not scheduled',
        next: 'set `release: scheduled`, or remove `earliest-release`',
      }),
    ]
  }
  return []
}

function isReleaseType(value: Declaration['value']): boolean {
  return Object.values<unknown>(RELEASE_TYPES).includes(value)
}

/** Apple shows an app in two categories, not twice in one [inferred]. */
function checkCategories(byId: ById): readonly Diagnostic[] {
  const [primary, secondary] = [byId.get('primaryCategory'), byId.get('secondaryCategory')]
  if (secondary === undefined || secondary.value === '') return []
  if (secondary.value !== primary?.value) return []
  return [
    wrong(secondary, {
      what: 'has the primary category as the secondary one too',
      next: 'choose another one, or remove it',
    }),
  ]
}

function checkSubcategories(byId: ById, rank: 'primary' | 'secondary'): readonly Diagnostic[] {
  const category = byId.get(`${rank}Category`)
  const [one, two] = ['One', 'Two'].map((number) => byId.get(`${rank}Subcategory${number}`))
  const known = [one, two].flatMap((each) =>
    each !== undefined && SUBCATEGORY_IDS.includes(String(each.value)) ? [each] : [],
  )
  const name = String(category?.value)
  const own = Object.hasOwn(CATEGORIES, name) ? CATEGORIES[name] : undefined
  const strange = own === undefined ? [] : known.filter(({value}) => !own.includes(String(value)))
  const isTwice = known.length === 2 && one?.value === two?.value
  return [
    ...strange.map((each) =>
      wrong(each, {
        what: `has the ${each.words} ${String(each.value)}, which is none of ${String(category?.value)}`,
        next:
          own === undefined || own.length === 0
            ? `remove it: ${String(category?.value)} has no subcategories`
            : `use ${listWithOr(own)}`,
      }),
    ),
    ...(isTwice && two !== undefined
      ? [
          wrong(two, {
            what: `has the subcategory ${String(two.value)} twice`,
            next: 'keep one of them',
          }),
        ]
      : []),
  ]
}

function wrong(
  {at}: Declaration,
  finding: {readonly what: string; readonly next: string},
): Diagnostic {
  return errorAt(at.path, {line: at.line ?? 1, code: 'wrong-together', ...finding})
}
