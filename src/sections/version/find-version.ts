import type {AppStoreVersion} from '@rage-against-the-pixel/app-store-connect-api'

import type {VersionPartName} from '../../apple/version-parts.ts'
import {EDITABLE_STATES} from '../../apple/version-states.ts'
import type {Client, Query} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {indexIncluded} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {App, ExistingVersion} from '../../core/vocabulary.ts'
import {chooseVersion} from './choose-version.ts'
import {partsOf, partsQuery, VERSION_FIELDS} from './parts.ts'
import type {Parts} from './parts.ts'
import type {WantedVersion} from './wanted-version.ts'

type Attributes = AttributesOf<AppStoreVersion>

/** The version to work on, or the one that a new version will start from. */
export interface FoundVersion {
  /** Null if it has to be created first. */
  readonly version: ExistingVersion | null
  /** The newest version of the platform when the wanted one does not exist; null if there is none. */
  readonly predecessor: ExistingVersion | null
  /** What the versions have one of, by Apple's id of the version. */
  readonly parts: ReadonlyMap<string, Parts>
}

/**
 * One request finds the version if it exists. A second one is only needed to say what exists instead.
 *
 * @param partNames - What to read with the version.
 * @throws {TargetError} if there is no such version, or it cannot be edited.
 */
export async function findVersion(
  client: Client,
  app: App,
  wanted: WantedVersion,
  partNames: readonly VersionPartName[],
): Promise<FoundVersion> {
  const read = (query: Query) =>
    readVersions(client, app, wanted, {...query, ...partsQuery(partNames)})
  const filter: Query =
    wanted.versionString === null
      ? {'filter[appVersionState]': EDITABLE_STATES}
      : {'filter[versionString]': wanted.versionString}
  const {versions: likely, parts} = await read(filter)
  const exists = likely.some(
    ({versionString}) => versionString === (wanted.versionString ?? versionString),
  )
  if (exists) return {version: chooseVersion(likely, wanted), predecessor: null, parts}

  const all = await read({})
  const version = chooseVersion(all.versions, wanted)
  const predecessor = version === null ? (all.versions[0] ?? null) : null
  return {version, predecessor, parts: all.parts}
}

/** Newest first. The filter is applied again here, because the service has been seen to ignore some filters. */
async function readVersions(
  client: Client,
  app: App,
  {platform}: WantedVersion,
  query: Query,
): Promise<{
  readonly versions: readonly ExistingVersion[]
  readonly parts: ReadonlyMap<string, Parts>
}> {
  const {data, included} = await getAll<Attributes>(client, `/v1/apps/${app.id}/appStoreVersions`, {
    'filter[platform]': platform,
    'fields[appStoreVersions]': VERSION_FIELDS,
    limit: 200,
    ...query,
  })
  const index = indexIncluded(included)
  const newestFirst = data
    .filter((version) => String(version.attributes?.platform) === platform)
    .toSorted((one, other) => createdAt(other) - createdAt(one))
  return {
    versions: newestFirst.map(asVersion),
    parts: new Map(newestFirst.map((version) => [version.id, partsOf(version, index)])),
  }
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
