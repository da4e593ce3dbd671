import {localizationStepId} from '../../../core/localization-step.ts'
import type {Reference} from '../../../core/step.ts'
import {createSetStepId} from '../plan/steps.ts'
import {placeOf} from '../listing.ts'
import type {ActualListing} from '../listing.ts'

/** Apple's ids of localizations and sets by our own names, whether they exist or a step creates them. */
export interface StoreIds {
  /** @throws if the step that creates it is not done, which `needs` rules out. */
  localization(locale: string): string
  /** @throws if the step that creates it is not done, which `needs` rules out. */
  set(place: string): string
}

export function createStoreIds(
  {localizations}: ActualListing,
  idOf: (reference: Reference) => string,
): StoreIds {
  const locales = new Map(localizations.map(({locale, id}) => [locale, id]))
  const sets = new Map(
    localizations.flatMap(({locale, sets: all}) =>
      all.map(({type, id}) => [placeOf(locale, type), id] as const),
    ),
  )
  return {
    localization: (locale) => locales.get(locale) ?? idOf({step: localizationStepId(locale)}),
    set: (place) => sets.get(place) ?? idOf({step: createSetStepId(place)}),
  }
}
