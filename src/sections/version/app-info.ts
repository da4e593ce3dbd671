import type {AppInfo as AppleAppInfo} from '@rage-against-the-pixel/app-store-connect-api'

import {
  AGE_RATING_EXTRAS,
  AGE_RATING_LEVELS,
  AGE_RATING_SWITCHES,
  CATEGORY_SLOTS,
  EDITABLE_INFO_STATES,
  INFO_TEXTS,
  LIVE_INFO_STATES,
} from '../../apple/app-info.ts'
import type {Client} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {
  allIncluded,
  attributeOf,
  indexIncluded,
  oneIncluded,
  textAttribute,
} from '../../connect/inclusion.ts'
import type {Included} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {AgeRating, AppInfo, InfoLocalization} from '../../core/target.ts'
import {isText} from '../../core/json-values.ts'
import type {App} from '../../core/vocabulary.ts'

type InfoAttributes = AttributesOf<AppleAppInfo>

const ANSWERS = [...AGE_RATING_LEVELS, ...AGE_RATING_SWITCHES, ...AGE_RATING_EXTRAS] as const

const FIELDS = {
  'fields[appInfoLocalizations]': ['locale', ...INFO_TEXTS],
  'fields[ageRatingDeclarations]': ANSWERS,
}

/**
 * Reads what the app says of itself: one request, unless Apple's answer is incomplete.
 *
 * @returns of several the one that can be changed, else the one that is on its way, such as in review, else the first;
 *   null if there is none.
 */
export async function readAppInfo(client: Client, {id}: App): Promise<AppInfo | null> {
  const {data, included} = await getAll<InfoAttributes>(client, `/v1/apps/${id}/appInfos`, {
    include: ['ageRatingDeclaration', 'appInfoLocalizations', ...CATEGORY_SLOTS],
    'fields[appInfos]': [
      'state',
      'appStoreState',
      'ageRatingDeclaration',
      'appInfoLocalizations',
      ...CATEGORY_SLOTS,
    ],
    ...FIELDS,
    'fields[appCategories]': 'platforms',
    limit: 200,
    'limit[appInfoLocalizations]': 50,
  })
  const index = indexIncluded(included)
  const info = data.find(isEditable) ?? data.find((each) => !isLive(each)) ?? data[0]
  if (info === undefined) return null
  const [localizations, ageRating, categories] = await Promise.all([
    localizationsOf(client, info, index),
    ageRatingOf(client, info, index),
    Promise.all(
      CATEGORY_SLOTS.map(async (slot) => [slot, await categoryOf(client, info, slot)] as const),
    ),
  ])
  return {
    id: info.id,
    state: stateOf(info),
    isEditable: isEditable(info),
    localizations,
    categories: Object.fromEntries(categories),
    ageRating,
  }
}

/** The older attribute has the same names for the states in which it can be changed. */
function stateOf({attributes}: Resource<InfoAttributes>): string {
  return attributes?.state ?? attributes?.appStoreState ?? 'UNKNOWN'
}

function isEditable(info: Resource<InfoAttributes>): boolean {
  return EDITABLE_INFO_STATES.includes(stateOf(info))
}

function isLive(info: Resource<InfoAttributes>): boolean {
  return LIVE_INFO_STATES.includes(stateOf(info))
}

async function localizationsOf(
  client: Client,
  info: Resource,
  index: Included,
): Promise<readonly InfoLocalization[]> {
  const type = 'appInfoLocalizations'
  const all =
    allIncluded(info, type, index) ??
    (
      await getAll(client, `/v1/appInfos/${info.id}/${type}`, {
        'fields[appInfoLocalizations]': FIELDS['fields[appInfoLocalizations]'],
        limit: 200,
      })
    ).data
  return all.map((each) => ({
    id: each.id,
    locale: textAttribute(each, 'locale') ?? '',
    attributes: Object.fromEntries(INFO_TEXTS.map((name) => [name, textAttribute(each, name)])),
  }))
}

async function ageRatingOf(
  client: Client,
  info: Resource,
  index: Included,
): Promise<AgeRating | null> {
  const included = oneIncluded(info, 'ageRatingDeclaration', index)
  const declaration =
    included === undefined
      ? (
          await client.related(`/v1/appInfos/${info.id}/ageRatingDeclaration`, {
            'fields[ageRatingDeclarations]': FIELDS['fields[ageRatingDeclarations]'],
          })
        ).data
      : included
  if (declaration === null) return null
  const answers = ANSWERS.map((name) => {
    const answer = attributeOf(declaration, name)
    return [name, isText(answer) || typeof answer === 'boolean' ? answer : null] as const
  })
  return {id: declaration.id, answers: Object.fromEntries(answers)}
}

/** The id of a category is its name. It stands in the relationship, whether the category is included or not. */
async function categoryOf(client: Client, info: Resource, slot: string): Promise<string | null> {
  const data = info.relationships?.[slot]?.data
  if (data === null) return null
  if (data !== undefined && 'id' in data) return data.id
  const {data: category} = await client.related(`/v1/appInfos/${info.id}/${slot}`)
  return category?.id ?? null
}
