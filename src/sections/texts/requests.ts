import type {
  AppInfoLocalization,
  AppInfoLocalizationCreateRequest,
} from '@rage-against-the-pixel/app-store-connect-api'

import type {Client} from '../../connect/client.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import type {AttributesOf} from '../../connect/document.ts'
import {textAttribute} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {AppInfo} from '../../core/target.ts'
import {storedText} from '../../files/stored-text.ts'
import type {Values} from '../../fields/send-together.ts'
import type {TextField} from '../../metadata/text-fields.ts'

/** The resources of localizations. */
const TYPES: Readonly<Record<TextField['owner'], string>> = {
  version: 'appStoreVersionLocalizations',
  'app info': 'appInfoLocalizations',
}

/** Changes texts of a localization: one request. @param id - Apple's id of it. */
export async function patchTexts(
  client: Client,
  owner: TextField['owner'],
  {id, texts}: {readonly id: string; readonly texts: Values<string>},
): Promise<void> {
  const type = TYPES[owner]
  await client.patch(`/v1/${type}/${id}`, {data: {type, id, attributes: texts}})
}

export interface NewInfo {
  readonly info: AppInfo
  readonly locale: string
  readonly texts: Values<string> & {readonly name: string}
  readonly signal: AbortSignal
}

/**
 * Adds a locale to the app info. Apple may have made it together with that of the version, and an earlier run may have:
 * then only what it lacks is sent.
 *
 * @returns Apple's id of it.
 */
export async function createInfo(
  client: Client,
  {info, locale, texts, signal}: NewInfo,
): Promise<string> {
  const body = {
    data: {
      type: 'appInfoLocalizations',
      attributes: {...texts, locale},
      relationships: {appInfo: {data: {type: 'appInfos', id: info.id}}},
    },
  } satisfies AppInfoLocalizationCreateRequest
  let wasThere = false
  const find = async () => {
    const {data} = await getAll<AttributesOf<AppInfoLocalization>>(
      client,
      `/v1/appInfos/${info.id}/appInfoLocalizations`,
      {'filter[locale]': locale, limit: 200},
    )
    const found = data.find(({attributes}) => attributes?.locale === locale) ?? null
    wasThere = found !== null
    return found
  }
  const made = await createOrFind(client, '/v1/appInfoLocalizations', {body, find, signal})
  if (!wasThere) return made.id
  const lacking = Object.entries(texts).filter(
    ([name, text]) => storedText(textAttribute(made, name)) !== text,
  )
  if (lacking.length > 0) {
    await patchTexts(client, 'app info', {id: made.id, texts: Object.fromEntries(lacking)})
  }
  return made.id
}
