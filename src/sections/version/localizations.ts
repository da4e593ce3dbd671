import type {
  AppStoreVersionLocalization,
  AppStoreVersionLocalizationCreateRequest,
} from '@rage-against-the-pixel/app-store-connect-api'

import {MEDIA_RESOURCES} from '../../apple/upload-resources.ts'
import type {Client} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {allIncluded, indexIncluded} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {Medium, Version} from '../media/listing.ts'

type Attributes = AttributesOf<AppStoreVersionLocalization>

/** A locale of the version, and which sets it has. */
export interface Localization {
  readonly id: string
  readonly locale: string
  /** The types for which it has a set, such as `APP_IPHONE_67`. */
  readonly types: Readonly<Record<Medium, readonly string[]>>
}

/** Reads every locale of the version with the types of all its sets: one request, unless Apple left out a part. */
export async function readLocalizations(
  client: Client,
  version: Version,
): Promise<readonly Localization[]> {
  const {data, included} = await getAll<Attributes>(
    client,
    `/v1/appStoreVersions/${version.id}/appStoreVersionLocalizations`,
    {
      include: ['appScreenshotSets', 'appPreviewSets'],
      'fields[appStoreVersionLocalizations]': ['locale', 'appScreenshotSets', 'appPreviewSets'],
      'fields[appScreenshotSets]': 'screenshotDisplayType',
      'fields[appPreviewSets]': 'previewType',
      limit: 200,
      'limit[appScreenshotSets]': 50,
      'limit[appPreviewSets]': 50,
    },
  )
  const index = indexIncluded(included)
  const typesOf = async (localization: Resource, medium: Medium) => {
    const {set, typeAttribute} = MEDIA_RESOURCES[medium]
    const sets =
      allIncluded(localization, set, index) ?? (await readSetTypes(client, localization.id, medium))
    return sets.map((each) => stringAttribute(each, typeAttribute)).filter((type) => type !== null)
  }
  return Promise.all(
    data.map(async (localization) => {
      const [screenshot, preview] = await Promise.all([
        typesOf(localization, 'screenshot'),
        typesOf(localization, 'preview'),
      ])
      return {
        id: localization.id,
        locale: localization.attributes?.locale ?? '',
        types: {screenshot, preview},
      }
    }),
  )
}

async function readSetTypes(
  client: Client,
  localizationId: string,
  medium: Medium,
): Promise<readonly Resource[]> {
  const {set, typeAttribute} = MEDIA_RESOURCES[medium]
  const {data} = await getAll(client, `/v1/appStoreVersionLocalizations/${localizationId}/${set}`, {
    [`fields[${set}]`]: typeAttribute,
    limit: 200,
  })
  return data
}

/** Adds a locale to the version, or finds it if it is there already. @returns Apple's id of it. */
export async function createLocalization(
  client: Client,
  version: Version,
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

function stringAttribute({attributes}: Resource, name: string): string | null {
  const value: unknown =
    typeof attributes === 'object' && attributes !== null ? Reflect.get(attributes, name) : null
  return typeof value === 'string' ? value : null
}
