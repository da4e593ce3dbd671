import {localizationStep, localizationStepId} from '../../../core/localization-step.ts'
import {EMPTY_PLAN, joinPlans} from '../../../core/plan.ts'
import type {Plan} from '../../../core/plan.ts'
import type {Policy} from '../../../core/policy.ts'
import {placeOf} from '../listing.ts'
import type {ActualListing, DesiredListing} from '../listing.ts'
import {planSet} from './plan-set.ts'

/**
 * Plans everything that makes the store's listing the desired one. Pure: the same facts give the same plan, whatever
 * the order of the sets.
 *
 * While the version does not exist, `actual` has the localizations of its predecessor, with which a new version
 * starts. Then the plan is a forecast.
 */
export function planListing(desired: DesiredListing, actual: ActualListing, policy: Policy): Plan {
  const localizations = new Map(actual.localizations.map((each) => [each.locale, each]))
  const byLocale = Map.groupBy(desired.sets, ({locale}) => locale)
  const locales = [...byLocale].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return joinPlans(
    locales.flatMap(([locale, sets]) => {
      const localization = localizations.get(locale)
      const make = localization === undefined ? [localizationStep(locale, policy.openingSteps)] : []
      const needs = localization === undefined ? [localizationStepId(locale)] : policy.openingSteps
      const existing = new Map(localization?.sets.map((set) => [placeOf(locale, set.type), set]))
      return [
        {...EMPTY_PLAN, steps: make},
        ...sets
          .toSorted((one, other) => (one.type < other.type ? -1 : 1))
          .map((set) => planSet(set, existing.get(set.id) ?? null, policy, needs)),
      ]
    }),
  )
}
