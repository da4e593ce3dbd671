import type {Plan} from '../../core/plan.ts'
import type {Platform} from '../../core/platforms.ts'
import {plural} from '../../core/plural.ts'
import type {ChecklistItem} from '../../core/view.ts'
import {REQUIRED_DISPLAYS} from './facts/required-displays.ts'
import type {RequiredDisplay} from './facts/required-displays.ts'
import type {ActualListing, DesiredListing} from './listing.ts'

/** What the store has, as far as it decides about a review. */
export interface StoreTypes {
  /** Apple's code. Other locales show its screenshots if they have none. */
  readonly primaryLocale: string
  /** The display types that have a set, by locale. */
  readonly types: ReadonlyMap<string, readonly string[]>
}

/** What Apple needs of screenshots and previews before a review. */
export function requirementsOfMedia({
  platform,
  wanted,
  have,
  store,
  plan,
}: {
  readonly platform: Platform
  readonly wanted: DesiredListing
  readonly have: ActualListing
  readonly store: StoreTypes
  readonly plan: Plan
}): readonly ChecklistItem[] {
  const all = [...store.types.values(), wanted.sets.map(({type}) => type)].flat()
  const needed = REQUIRED_DISPLAYS[platform].filter(
    ({ifAny}) => ifAny === null || all.some((type) => type.startsWith(ifAny)),
  )
  return [...needed.map((display) => screenshotsFor(display, wanted, store)), delivery(have, plan)]
}

function screenshotsFor(
  {words, types}: RequiredDisplay,
  wanted: DesiredListing,
  {primaryLocale, types: stored}: StoreTypes,
): ChecklistItem {
  const own = wanted.sets.find(({locale, type}) => locale === primaryLocale && types.includes(type))
  const isThere =
    own !== undefined || (stored.get(primaryLocale) ?? []).some((type) => types.includes(type))
  return {
    name: `Screenshots for ${words}`,
    state: isThere ? 'done' : 'missing',
    next: isThere ? '' : `Add screenshots to ${primaryLocale}/${types[0]}, the primary language.`,
    file: own === undefined ? null : {path: own.folder},
  }
}

/** Apple does not review what it could not process. */
function delivery({localizations}: ActualListing, {steps, settled}: Plan): ChecklistItem {
  const name = 'Screenshots and previews are processed'
  const going = new Set(
    steps.flatMap(({action, resource}) =>
      action === 'delete' && resource !== null && 'id' in resource ? [resource.id] : [],
    ),
  )
  const failed = localizations
    .flatMap(({sets}) => sets.flatMap(({assets}) => assets))
    .filter(({id, delivery: {state}}) => state === 'failed' && !going.has(id))
  if (failed.length > 0) {
    const names = failed.map(({fileName}) => fileName).join(', ')
    return {name, state: 'missing', next: `Apple rejected ${names}: delete it.`, file: null}
  }
  const open = settled.filter(({state}) => state === 'undecided').length
  if (open > 0) {
    const next = `Apple is still processing ${plural(open, 'file')}.`
    return {name, state: 'unknown', next, file: null}
  }
  return {name, state: 'done', next: '', file: null}
}
