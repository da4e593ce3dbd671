import type {
  AppStoreVersionLocalization,
  AppStoreVersionLocalizationCreateRequest,
} from '@rage-against-the-pixel/app-store-connect-api'

import {MEDIA_RESOURCES} from '../apple/media-resources.ts'
import type {Client} from '../connect/client.ts'
import {linkages} from '../connect/document.ts'
import type {AttributesOf, Resource} from '../connect/document.ts'
import {getAll} from '../connect/pages.ts'
import type {Medium, Version} from '../model/listing.ts'

type Attributes = AttributesOf<AppStoreVersionLocalization>

/** A locale of the version, and which sets it has. */
export interface Localization {
  readonly id: string
  readonly locale: string
  /** The types for which it has a set, such as `APP_IPHONE_67`. */
  readonly types: Readonly<Record<Medium, readonly string[]>>
}

/** Reads in one request every locale of the version with the types of all its sets. */
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
  const sets = new Map(included.map((set) => [`${set.type}/${set.id}`, set]))
  const typesOf = (localization: Resource, medium: Medium) => {
    const {set, typeAttribute} = MEDIA_RESOURCES[medium]
    return linkages(localization, set)
      .map(({id}) => stringAttribute(sets.get(`${set}/${id}`), typeAttribute))
      .filter((type) => type !== null)
  }
  return data.map((localization) => ({
    id: localization.id,
    locale: localization.attributes?.locale ?? '',
    types: {
      screenshot: typesOf(localization, 'screenshot'),
      preview: typesOf(localization, 'preview'),
    },
  }))
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

function stringAttribute(resource: Resource | undefined, name: string): string | null {
  const attributes = resource?.attributes
  const value: unknown =
    typeof attributes === 'object' && attributes !== null ? Reflect.get(attributes, name) : null
  return typeof value === 'string' ? value : null
}
