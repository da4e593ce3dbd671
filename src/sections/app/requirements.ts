import {AGE_RATING_LEVELS, AGE_RATING_SWITCHES} from '../../apple/app-info.ts'
import type {Plan} from '../../core/plan.ts'
import type {ChecklistItem} from '../../core/view.ts'
import {isSet} from '../../fields/field.ts'
import {fieldRequirement, howToDeclare, valueAfter} from '../../fields/requirement.ts'
import type {KnownFields} from '../../fields/requirement.ts'
import {APP, fieldsOfApp, PRICE} from './app.ts'
import type {StoredApp, WantedApp} from './app.ts'

/** What Apple needs of the app: primary category, age rating, content rights and price. */
export function requirementsOfApp(
  wanted: WantedApp,
  {attributes, info, price}: StoredApp,
  plan: Plan,
): readonly ChecklistItem[] {
  const known = {section: APP, fields: fieldsOfApp(wanted), plan}
  return [
    fieldRequirement(known, 'primaryCategory', {
      title: 'Primary category',
      stored: info?.categories['primaryCategory'],
    }),
    ageRatingItem(known, wanted, info?.ageRating?.answers ?? {}),
    fieldRequirement(known, 'contentRightsDeclaration', {
      title: 'Content rights',
      stored: attributes['contentRightsDeclaration'],
    }),
    {
      ...fieldRequirement(known, PRICE, {title: 'Price', stored: price.isSet ? 'any' : null}),
      ...(price.isSet || wanted.amount !== null
        ? {}
        : {next: `Add ${howToDeclare(PRICE)}, with \`base-territory\``}),
    },
  ]
}

const QUESTIONS: readonly string[] = [...AGE_RATING_LEVELS, ...AGE_RATING_SWITCHES]

const MAX_NAMED = 5

function ageRatingItem(
  known: KnownFields,
  {ageRating}: WantedApp,
  stored: Readonly<Record<string, string | boolean | null>>,
): ChecklistItem {
  const open = QUESTIONS.filter((name) => !isSet(valueAfter(known, name, stored[name])))
  const more = open.length - MAX_NAMED
  const named = [...open.slice(0, MAX_NAMED), ...(more > 0 ? [`${more} more`] : [])]
  return {
    name: 'Age rating',
    state: open.length === 0 ? 'done' : 'missing',
    next:
      open.length === 0
        ? ''
        : `Answer ${new Intl.ListFormat('en-GB').format(named)} in \`age-rating\` of app-store.yml`,
    file: ageRating[0]?.at ?? null,
  }
}
