import {setId} from '../listing.ts'
import type {ActualListing, DesiredListing} from '../listing.ts'
import type {Plan} from '../../../core/plan.ts'
import {planSet} from './plan-set.ts'
import type {Policy} from '../../../core/policy.ts'
import {createLocalization, createVersion} from './steps.ts'

/**
 * Plans everything that makes the store's listing the desired one. Pure: the same facts give the same plan,
 * in whatever order the sets come.
 *
 * While the version does not exist, `actual` may hold the localizations of the version before it, which a
 * new version starts with; then the plan is a forecast.
 */
export function planListing(desired: DesiredListing, actual: ActualListing, policy: Policy): Plan {
  const version =
    actual.version === null && policy.createVersion !== null
      ? [createVersion(policy.platform, policy.createVersion)]
      : []
  const ground = version.map((step) => step.id)

  const localizations = new Map(actual.localizations.map((each) => [each.locale, each]))
  const locales = [...new Set(desired.sets.map((set) => set.locale))].toSorted()
  const parts = locales.map((locale) => {
    const localization = localizations.get(locale)
    const make = localization === undefined ? [createLocalization(locale, ground)] : []
    const needs = localization === undefined ? make.map((step) => step.id) : ground
    const existing = new Map(localization?.sets.map((set) => [setId(locale, set.type), set]))
    const sets = desired.sets
      .filter((set) => set.locale === locale)
      .toSorted((one, other) => (one.type < other.type ? -1 : 1))
    return join([
      {...NOTHING, steps: make},
      ...sets.map((set) => planSet(set, existing.get(set.id) ?? null, policy, needs)),
    ])
  })
  return join([{...NOTHING, steps: version}, ...parts])
}

const NOTHING: Plan = {
  steps: [],
  unchanged: [],
  undecided: [],
  extras: [],
  unclear: [],
  refusals: [],
  notes: [],
}

function join(plans: readonly Plan[]): Plan {
  return {
    steps: plans.flatMap((plan) => plan.steps),
    unchanged: plans.flatMap((plan) => plan.unchanged),
    undecided: plans.flatMap((plan) => plan.undecided),
    extras: plans.flatMap((plan) => plan.extras),
    unclear: plans.flatMap((plan) => plan.unclear),
    refusals: plans.flatMap((plan) => plan.refusals),
    notes: plans.flatMap((plan) => plan.notes),
  }
}
