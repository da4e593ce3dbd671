import type {
  AppStoreVersionLocalization,
  AppStoreVersionLocalizationCreateRequest,
} from '@rage-against-the-pixel/app-store-connect-api'

import {SET_RESOURCES} from '../../apple/set-resources.ts'
import type {SetResource} from '../../apple/set-resources.ts'
import type {Client} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {allIncluded, indexIncluded, textAttribute} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {Localization} from '../../core/target.ts'
import type {ExistingVersion} from '../../core/vocabulary.ts'

type Attributes = AttributesOf<AppStoreVersionLocalization>

const SET_KINDS = Object.values(SET_RESOURCES)

/** Every text of a localization (OpenAPI 4.4.1, `AppStoreVersionLocalization`). */
const TEXTS = [
  'description',
  'keywords',
  'marketingUrl',
  'promotionalText',
  'supportUrl',
  'whatsNew',
] as const

/**
 * Reads every locale of the version with its texts and the types of all its sets: one request, unless Apple's answer
 * is incomplete.
 */
export async function readLocalizations(
  client: Client,
  version: ExistingVersion,
): Promise<readonly Localization[]> {
  const {data, included} = await getAll<Attributes>(
    client,
    `/v1/appStoreVersions/${version.id}/appStoreVersionLocalizations`,
    {
      include: ['appScreenshotSets', 'appPreviewSets'],
      'fields[appStoreVersionLocalizations]': [
        'locale',
        ...TEXTS,
        'appScreenshotSets',
        'appPreviewSets',
      ],
      'fields[appScreenshotSets]': 'screenshotDisplayType',
      'fields[appPreviewSets]': 'previewType',
      limit: 200,
      'limit[appScreenshotSets]': 50,
      'limit[appPreviewSets]': 50,
    },
  )
  const index = indexIncluded(included)
  const setsOf = async (localization: Resource, {type, typeAttribute}: SetResource) => {
    const sets =
      allIncluded(localization, type, index) ??
      (await readSetTypes(client, localization.id, {type, typeAttribute}))
    const types = sets.map((each) => textAttribute(each, typeAttribute))
    return [type, types.filter((name) => name !== null)] as const
  }
  return Promise.all(
    data.map(async (localization) => ({
      id: localization.id,
      locale: localization.attributes?.locale ?? '',
      attributes: Object.fromEntries(
        TEXTS.map((name) => [name, localization.attributes?.[name] ?? null]),
      ),
      sets: Object.fromEntries(
        await Promise.all(SET_KINDS.map((resource) => setsOf(localization, resource))),
      ),
    })),
  )
}

async function readSetTypes(
  client: Client,
  localizationId: string,
  {type, typeAttribute}: Pick<SetResource, 'type' | 'typeAttribute'>,
): Promise<readonly Resource[]> {
  const {data} = await getAll(
    client,
    `/v1/appStoreVersionLocalizations/${localizationId}/${type}`,
    {
      [`fields[${type}]`]: typeAttribute,
      limit: 200,
    },
  )
  return data
}

/** Adds a locale to the version, or finds it if it already exists. @returns its Apple id. */
export async function createLocalization(
  client: Client,
  version: ExistingVersion,
  locale: string,
): Promise<string> {
  const body = {
    data: {
      type: 'appStoreVersionLocalizations',
      attributes: {locale},
      relationships: {appStoreVersion: {data: {type: 'appStoreVersions', id: version.id}}},
    },
  } satisfies AppStoreVersionLocalizationCreateRequest
  const find = async () => {
    const {data} = await getAll<Attributes>(
      client,
      `/v1/appStoreVersions/${version.id}/appStoreVersionLocalizations`,
      {'filter[locale]': locale, limit: 200},
    )
    return data.find(({attributes}) => attributes?.locale === locale) ?? null
  }
  const made = await client.post('/v1/appStoreVersionLocalizations', body, find)
  return made.id
}
