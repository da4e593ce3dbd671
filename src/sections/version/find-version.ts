import type {AppStoreVersion} from '@rage-against-the-pixel/app-store-connect-api'

import type {WantedParts} from '../../apple/version-parts.ts'
import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import {EDITABLE_STATES} from '../../apple/version-states.ts'
import type {Client, Query} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {indexIncluded} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {App, ExistingVersion} from '../../core/vocabulary.ts'
import {attributesOf} from './attributes.ts'
import type {VersionAttributes} from './attributes.ts'
import {chooseVersion, chooseVersionToRead} from './choose-version.ts'
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
  /** By Apple's id of the version. */
  readonly attributes: ReadonlyMap<string, VersionAttributes>
}

/**
 * One request finds the version if it exists. A second one is only needed to say what exists instead.
 *
 * @param wantedParts - What to read with the version.
 * @throws {TargetError} if there is no such version, or it cannot be edited.
 */
export async function findVersion(
  client: Client,
  app: App,
  wanted: WantedVersion,
  wantedParts: WantedParts,
): Promise<FoundVersion> {
  const read = (query: Query) =>
    readVersions(client, app, wanted, {...query, ...partsQuery(wantedParts)})
  if (wanted.onlyRead) {
    const all = await read({})
    return {...all, version: chooseVersionToRead(all.versions, wanted), predecessor: null}
  }
  const filter: Query =
    wanted.versionString === null
      ? {
          'filter[appVersionState]': wanted.mayBeInReview
            ? [...EDITABLE_STATES, ...IN_REVIEW_STATES]
            : EDITABLE_STATES,
        }
      : {'filter[versionString]': wanted.versionString}
  const likely = await read(filter)
  const exists = likely.versions.some(
    ({versionString}) => versionString === (wanted.versionString ?? versionString),
  )
  if (exists) return {...likely, version: chooseVersion(likely.versions, wanted), predecessor: null}

  const all = await read({})
  const version = chooseVersion(all.versions, wanted)
  const predecessor = version === null ? (all.versions[0] ?? null) : null
  return {...all, version, predecessor}
}

/** Newest first. The filter is applied again here, because the service has been seen to ignore some filters. */
async function readVersions(
  client: Client,
  app: App,
  {platform}: WantedVersion,
  query: Query,
): Promise<
  Pick<FoundVersion, 'parts' | 'attributes'> & {readonly versions: readonly ExistingVersion[]}
> {
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
    attributes: new Map(newestFirst.map((version) => [version.id, attributesOf(version)])),
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

/** Whether the platform has no version besides this one: one request. */
export async function isOnlyVersion(
  client: Client,
  app: App,
  {platform}: WantedVersion,
  own: ExistingVersion,
): Promise<boolean> {
  const {data} = await getAll<Attributes>(client, `/v1/apps/${app.id}/appStoreVersions`, {
    'filter[platform]': platform,
    'fields[appStoreVersions]': ['platform'],
    limit: 200,
  })
  return data.every(
    ({id, attributes}) => id === own.id || String(attributes?.platform) !== platform,
  )
}

/** Reads the state of a version: one request. */
export async function readVersionState(client: Client, {id}: ExistingVersion): Promise<string> {
  const query = {'fields[appStoreVersions]': ['appVersionState', 'appStoreState']}
  return asVersion(await client.get<Attributes>(`/v1/appStoreVersions/${id}`, query)).state
}
