import {joinPlans} from '../../core/plan.ts'
import type {Plan} from '../../core/plan.ts'
import type {Policy} from '../../core/policy.ts'
import {appInfoLocked, canChangeInfo} from '../../fields/app-info-locked.ts'
import {changedFields, planFields} from '../../fields/plan-fields.ts'
import type {FieldGroup} from '../../fields/plan-fields.ts'
import {AGE_RATING, APP, PRICE, PRIMARY_LOCALE} from './app.ts'
import type {StoredApp, WantedApp} from './app.ts'
import {priceText} from './price.ts'

/** Apple's types of the resources that have the fields. */
export const GROUPS = {
  app: 'apps',
  categories: 'appInfos',
  ageRating: 'ageRatingDeclarations',
  price: 'appPriceSchedules',
} as const

type AppPolicy = Pick<Policy, 'isNewVersion' | 'openingSteps' | 'earlier'>

/**
 * Plans a step for each field that differs.
 *
 * Categories and age rating belong to the app info. A live app has one that cannot be changed until it has an editable
 * version; then nothing of it is planned, and a warning names what differs.
 */
export function planApp(wanted: WantedApp, have: StoredApp, policy: AppPolicy): Plan {
  const {app, attributes, price} = have
  const own = {section: APP, place: APP, resource: {id: app.id}, needs: []}
  const stored = price.current === null ? null : priceText(price.current)
  return joinPlans([
    planFields({
      ...own,
      group: GROUPS.app,
      fields: wanted.app,
      stored: attributes,
      needs: needsOfApp(wanted, have, policy),
    }),
    planInfo(wanted, have, policy),
    planFields({
      ...own,
      group: GROUPS.price,
      fields: wanted.price,
      stored: {[PRICE]: stored},
    }),
  ])
}

/** The app has to have the locale before it can be the primary one [inferred]. */
function needsOfApp(
  {app}: WantedApp,
  {attributes}: StoredApp,
  {earlier}: AppPolicy,
): readonly string[] {
  const changed = changedFields({fields: app, stored: attributes})
  const locale = changed.find(({name}) => name === PRIMARY_LOCALE)?.value ?? null
  return locale === null
    ? []
    : earlier.steps.filter(({subject}) => subject.locale === locale).map(({id}) => id)
}

function planInfo(
  {categories, ageRating}: WantedApp,
  {info, isInReview}: StoredApp,
  {isNewVersion, openingSteps}: AppPolicy,
): Plan {
  const groups: readonly FieldGroup[] = [
    {
      section: APP,
      group: GROUPS.categories,
      place: APP,
      fields: categories,
      stored: info?.categories ?? {},
      resource: {id: info?.id ?? ''},
      needs: openingSteps,
    },
    {
      section: APP,
      group: GROUPS.ageRating,
      place: AGE_RATING,
      fields: info !== null && info.ageRating === null ? [] : ageRating,
      stored: info?.ageRating?.answers ?? {},
      resource: {id: info?.ageRating?.id ?? ''},
      needs: openingSteps,
    },
  ]
  const plan = joinPlans(groups.map(planFields))
  const names = plan.steps.map(({subject}) => subject.name)
  if (names.length === 0 || canChangeInfo(info, {isNewVersion, isInReview})) return plan
  return {...plan, steps: [], diagnostics: [appInfoLocked(names, info)]}
}
