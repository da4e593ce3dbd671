import type {AppStoreVersion} from '@rage-against-the-pixel/app-store-connect-api'

import {EDITABLE_STATES} from '../../apple/version-states.ts'
import type {Client, Query} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {getAll} from '../../connect/pages.ts'
import type {App, Version} from '../media/listing.ts'
import {chooseVersion} from './choose-version.ts'
import type {VersionWish} from './choose-version.ts'

type Attributes = AttributesOf<AppStoreVersion>

/** The version to work on, or the one that a new version will start from. */
export interface FoundVersion {
  /** Null if it has to be created first. */
  readonly version: Version | null
  /** The newest version of the platform when the wanted one does not exist; null if there is none. */
  readonly predecessor: Version | null
}

/**
 * One request finds the version if it exists; a second one is only needed to say what exists instead.
 *
 * @throws {TargetError} if there is no such version, or media cannot change in it.
 */
export async function findVersion(
  client: Client,
  app: App,
  wish: VersionWish,
): Promise<FoundVersion> {
  const filter: Query =
    wish.versionString === null
      ? {'filter[appVersionState]': EDITABLE_STATES}
      : {'filter[versionString]': wish.versionString}
  const likely = await readVersions(client, app, wish, filter)
  const isThere = likely.some(
    ({versionString}) => versionString === (wish.versionString ?? versionString),
  )
  if (isThere) return {version: chooseVersion(likely, wish), predecessor: null}

  const all = await readVersions(client, app, wish, {})
  const version = chooseVersion(all, wish)
  return {version, predecessor: version === null ? (all[0] ?? null) : null}
}

/** Newest first. Filters are checked again on this side, because the service has been seen to ignore some. */
async function readVersions(
  client: Client,
  app: App,
  {platform}: VersionWish,
  filter: Query,
): Promise<readonly Version[]> {
  const {data} = await getAll<Attributes>(client, `/v1/apps/${app.id}/appStoreVersions`, {
    'filter[platform]': platform,
    ...filter,
    'fields[appStoreVersions]': [
      'platform',
      'versionString',
      'appVersionState',
      'appStoreState',
      'createdDate',
    ],
    limit: 200,
  })
  return data
    .filter((version) => String(version.attributes?.platform) === platform)
    .toSorted((one, other) => createdAt(other) - createdAt(one))
    .map(asVersion)
}

function createdAt({attributes}: Resource<Attributes>): number {
  return Date.parse(attributes?.createdDate ?? '') || 0
}

/** The older attribute knows the same editable states under the same names. */
function asVersion({id, attributes}: Resource<Attributes>): Version {
  return {
    id,
    versionString: attributes?.versionString ?? '',
    state: attributes?.appVersionState ?? attributes?.appStoreState ?? 'UNKNOWN',
  }
}
