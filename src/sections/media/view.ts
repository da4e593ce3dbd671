import {byLanguage, languageOf} from '../../apple/locales.ts'
import type {Plan} from '../../core/plan.ts'
import type {Step} from '../../core/step.ts'
import type {Gallery, Shelf} from '../../core/view.ts'
import {deviceName, deviceRank} from './facts/display-types.ts'
import {SCREENSHOTS_IN_SEARCH_RESULTS} from './facts/limits.ts'
import {placeOf} from './listing.ts'
import type {ActualAsset, ActualListing, DesiredListing, DesiredSet} from './listing.ts'
import {mediaDetailSchema} from './plan/detail.ts'
import type {MediaStep} from './plan/detail.ts'
import {cardsOf} from './view-cards.ts'
import type {PlaceFacts} from './view-cards.ts'

/** What is known besides the folder. */
interface Known {
  readonly have: ActualListing
  readonly plan: Plan
}

/**
 * Every set of the folder, as the store shows it after the run.
 *
 * @param known - Null if the store was not read. Then nothing is compared.
 */
export function viewMedia({sets}: DesiredListing, known: Known | null): readonly Gallery[] {
  const factsOf = groupByPlace(known?.plan ?? null)
  const storedIn = known === null ? null : storedAssets(known.have)
  const shelves = inStoreOrder(sets).map((set) =>
    shelfOf(set, factsOf(set.id), storedIn && (storedIn.get(set.id) ?? [])),
  )
  return [{shape: 'gallery', shelves}]
}

/** By language, then the newest device first, with its screenshots before its previews. */
function inStoreOrder(sets: readonly DesiredSet[]): readonly DesiredSet[] {
  const locales = [...new Set(sets.toSorted(byLanguage).map(({locale}) => locale))]
  const rankOf = ({locale, type, medium}: DesiredSet) => [
    locales.indexOf(locale),
    deviceRank(type),
    medium === 'screenshot' ? 0 : 1,
  ]
  return sets
    .map((set) => ({set, rank: rankOf(set)}))
    .toSorted(({rank: one}, {rank: other}) => firstDifference(one, other))
    .map(({set}) => set)
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  return one.map((rank, index) => rank - (other[index] ?? 0)).find((value) => value !== 0) ?? 0
}

function groupByPlace(plan: Plan | null): (place: string) => PlaceFacts {
  const own = (plan?.steps ?? []).filter(({section}) => section === 'media').map(asMediaStep)
  const steps = Map.groupBy(own, ({subject}) => subject.place)
  const settled = Map.groupBy(
    (plan?.settled ?? []).filter(({section}) => section === 'media'),
    ({subject}) => subject.place,
  )
  return (place) => ({steps: steps.get(place) ?? [], settled: settled.get(place) ?? []})
}

function asMediaStep(step: Step): MediaStep {
  return {...step, detail: mediaDetailSchema.parse(step.detail)}
}

/** The assets of each set, by its place. */
function storedAssets({localizations}: ActualListing): ReadonlyMap<string, readonly ActualAsset[]> {
  return new Map(
    localizations.flatMap(({locale, sets}) =>
      sets.map(({type, assets}) => [placeOf(locale, type), assets] as const),
    ),
  )
}

/** @param stored - Null if the store was not read. */
function shelfOf(set: DesiredSet, facts: PlaceFacts, stored: readonly ActualAsset[] | null): Shelf {
  const device = deviceName(set.type)
  const isVideo = set.medium === 'preview'
  return {
    place: set.id,
    locale: set.locale,
    language: languageOf(set.locale),
    device,
    title: isVideo ? `${device} previews` : device,
    type: set.type,
    medium: isVideo ? 'video' : 'picture',
    inSearchResults: isVideo ? 0 : SCREENSHOTS_IN_SEARCH_RESULTS,
    folder: set.folder,
    cards: cardsOf(set, facts, stored ?? []),
    before: stored && stored.map(({id, fileName}) => ({id, name: fileName})),
  }
}
