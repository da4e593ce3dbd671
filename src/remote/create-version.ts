import type {AppStoreVersion} from '@rage-against-the-pixel/app-store-connect-api'

import type {Platform} from '../apple/platforms.ts'
import type {Client} from '../connect/client.ts'
import type {AttributesOf} from '../connect/document.ts'
import {getAll} from '../connect/pages.ts'
import type {App, Version} from '../model/listing.ts'
import type {CreateVersionStep} from '../model/plan.ts'

type Attributes = AttributesOf<AppStoreVersion>

/** Makes the version, or finds it if an answer was lost on the way. */
export async function createVersion(
  client: Client,
  app: App,
  {versionString}: CreateVersionStep,
  platform: Platform,
): Promise<Version> {
  const body = {
    data: {
      type: 'appStoreVersions',
      attributes: {platform, versionString},
      relationships: {app: {data: {type: 'apps', id: app.id}}},
    },
  }
  const find = async () => {
    const {data} = await getAll<Attributes>(client, `/v1/apps/${app.id}/appStoreVersions`, {
      'filter[platform]': platform,
      'filter[versionString]': versionString,
      limit: 200,
    })
    return (
      data.find(
        ({attributes}) =>
          String(attributes?.platform) === platform && attributes?.versionString === versionString,
      ) ?? null
    )
  }
  const made = await client.post('/v1/appStoreVersions', body, find)
  return {id: made.id, versionString, state: 'PREPARE_FOR_SUBMISSION'}
}
