import type {AppStoreVersion} from '@rage-against-the-pixel/app-store-connect-api'

import {EDITABLE_STATES} from '../../apple/version-states.ts'
import type {Client, Query} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {getAll} from '../../connect/pages.ts'
import type {App, ExistingVersion} from '../../core/vocabulary.ts'
import {chooseVersion} from './choose-version.ts'
import type {WantedVersion} from './wanted-version.ts'

type Attributes = AttributesOf<AppStoreVersion>

/** The version to work on, or the one that a new version will start from. */
export interface FoundVersion {
  /** Null if it has to be created first. */
  readonly version: ExistingVersion | null
  /** The newest version of the platform when the wanted one does not exist; null if there is none. */
  readonly predecessor: ExistingVersion | null
}

/**
 * One request finds the version if it exists. A second one is only needed to say what exists instead.
 *
 * @throws {TargetError} if there is no such version, or it cannot be edited.
 */
export async function findVersion(
  client: Client,
  app: App,
  wanted: WantedVersion,
): Promise<FoundVersion> {
  const filter: Query =
    wanted.versionString === null
      ? {'filter[appVersionState]': EDITABLE_STATES}
      : {'filter[versionString]': wanted.versionString}
  const likely = await readVersions(client, app, wanted, filter)
  const exists = likely.some(
    ({versionString}) => versionString === (wanted.versionString ?? versionString),
  )
  if (exists) return {version: chooseVersion(likely, wanted), predecessor: null}

  const all = await readVersions(client, app, wanted, {})
  const version = chooseVersion(all, wanted)
  return {version, predecessor: version === null ? (all[0] ?? null) : null}
}

/** Newest first. The filter is applied again here, because the service has been seen to ignore some filters. */
async function readVersions(
  client: Client,
  app: App,
  {platform}: WantedVersion,
  filter: Query,
): Promise<readonly ExistingVersion[]> {
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

/** The older attribute has the same names for the editable states. */
function asVersion({id, attributes}: Resource<Attributes>): ExistingVersion {
  return {
    id,
    versionString: attributes?.versionString ?? '',
    state: attributes?.appVersionState ?? attributes?.appStoreState ?? 'UNKNOWN',
  }
}
