import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Client} from '../../connect/client.ts'
import type {Resource} from '../../connect/document.ts'
import {indexIncluded, oneIncluded} from '../../connect/inclusion.ts'
import type {Included} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import {isRecord, isText} from '../../core/json-values.ts'
import type {FileAttributes} from '../../transfer/asset.ts'
import {lacksChecksum, readStoredFile} from '../../transfer/stored-file.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import type {PackVersion, StoredPack} from './packs.ts'
import {readVersion} from './read-version.ts'
import type {VersionAttributes} from './read-version.ts'

/** Attributes of `BackgroundAsset` (App Store Connect API 4.4.1). */
interface PackAttributes {
  readonly assetPackIdentifier?: string
  readonly archived?: boolean
}

interface PackFileAttributes extends FileAttributes {
  readonly assetType?: string
}

const RESOURCE = UPLOAD_RESOURCES.assetPack
const FILES = RESOURCE.type
const VERSIONS = 'backgroundAssetVersions'

const VERSION_QUERY = {
  include: ['assetFile', 'manifestFile', 'internalBetaRelease', 'appStoreRelease'],
  [`fields[${VERSIONS}]`]: [
    'version',
    'state',
    'stateDetails',
    'assetFile',
    'manifestFile',
    'internalBetaRelease',
    'appStoreRelease',
  ],
  [`fields[${FILES}]`]: RESOURCE.fields,
  'fields[backgroundAssetVersionInternalBetaReleases]': ['state'],
  'fields[backgroundAssetVersionAppStoreReleases]': ['state'],
} as const

/** Reads the asset packs of an app, archived ones too, without their versions: one request. */
export async function readPacks(client: Client, appId: string): Promise<readonly StoredPack[]> {
  const {data} = await listPacks(client, appId)
  return data.map(({id, attributes}) => ({
    recordId: id,
    id: attributes?.assetPackIdentifier ?? '',
    isArchived: attributes?.archived === true,
    versions: [],
  }))
}

function listPacks(client: Client, appId: string) {
  return getAll<PackAttributes>(client, `/v1/apps/${appId}/backgroundAssets`, {
    'fields[backgroundAssets]': ['assetPackIdentifier', 'archived'],
    limit: 200,
  })
}

/**
 * Reads the versions of a pack down to the newest complete one: one request, unless there are more than 200.
 *
 * @returns the newest first. Apple counts versions in a text, so its own order may have `10` before `9`.
 */
export async function readVersions(
  client: Client,
  recordId: string,
): Promise<readonly PackVersion[]> {
  const {data, included} = await getAll<VersionAttributes>(
    client,
    `/v1/backgroundAssets/${recordId}/versions`,
    {...VERSION_QUERY, sort: '-version', limit: 200},
  )
  const newestFirst = data.toSorted((one, other) => numberOf(other) - numberOf(one))
  const complete = newestFirst.findIndex(({attributes}) => attributes?.state === 'COMPLETE')
  const telling = complete === -1 ? newestFirst : newestFirst.slice(0, complete + 1)
  const index = indexIncluded(included)
  return Promise.all(telling.map((each) => withParts(client, each, index)))
}

/** One without a number, if there is any, has only just been made. */
function numberOf({attributes}: Resource<VersionAttributes>): number {
  return Number(attributes?.version ?? Number.POSITIVE_INFINITY)
}

/** Reads one version with its files. Lists lag behind writes, a read of the version itself does not. */
export async function readOneVersion(client: Client, id: string): Promise<PackVersion> {
  const {data, included} = await client.related<VersionAttributes>(
    `/v1/${VERSIONS}/${id}`,
    VERSION_QUERY,
  )
  return withParts(client, data ?? {type: VERSIONS, id}, indexIncluded(included ?? []))
}

/**
 * Adds the files of a version. [inferred] Apple does not say whether a version is linked to a file that is not committed
 * yet, so the files of one that shows no archive take a request of their own.
 */
async function withParts(
  client: Client,
  version: Resource<VersionAttributes>,
  included: Included,
): Promise<PackVersion> {
  const archive = asFile(oneIncluded(version, 'assetFile', included))
  const manifest = asFile(oneIncluded(version, 'manifestFile', included))
  const stateOf = (release: string) => stateIn(oneIncluded(version, release, included)?.attributes)
  const hasManifest = Boolean(version.relationships?.['manifestFile']?.data)
  const isWhole = archive !== null && (manifest !== null || !hasManifest)
  const files = isWhole ? {archive, manifest} : await readFiles(client, version.id)
  return readVersion(version, {
    ...files,
    internalState: stateOf('internalBetaRelease'),
    releaseState: stateOf('appStoreRelease'),
  })
}

/** The files of a version. */
async function readFiles(client: Client, versionId: string) {
  const files = await listFiles(client, versionId)
  const ofType = (type: string) => files.find(({attributes}) => attributes?.assetType === type)
  return {archive: ofType('ASSET') ?? null, manifest: ofType('MANIFEST') ?? null}
}

/**
 * Reads the files of a version that is being filled: one request. Those that say neither a state nor a checksum await
 * their bytes.
 */
export async function readStoredFiles(
  client: Client,
  versionId: string,
): Promise<readonly StoredFile[]> {
  const files = await listFiles(client, versionId)
  return files.map((each) => {
    const file = readStoredFile(RESOURCE, each)
    const isSilent = file.delivery.state === 'unknown' && lacksChecksum(file)
    return isSilent ? {...file, delivery: {state: 'open'}} : file
  })
}

async function listFiles(client: Client, versionId: string) {
  const {data} = await getAll<PackFileAttributes>(client, `/v1/${VERSIONS}/${versionId}/${FILES}`, {
    [`fields[${FILES}]`]: RESOURCE.fields,
    limit: 200,
  })
  return data
}

function asFile(resource: Resource | null | undefined): Resource<FileAttributes> | null {
  return resource && isFile(resource) ? resource : null
}

function isFile(resource: Resource): resource is Resource<FileAttributes> {
  return resource.type === FILES
}

function stateIn(attributes: unknown): string | null {
  const state = isRecord(attributes) ? attributes['state'] : null
  return isText(state) ? state : null
}

/**
 * Creates the record of an asset pack, or finds the one that an earlier request or somebody else has made.
 *
 * @returns Apple's id of it.
 */
export async function createPack(client: Client, appId: string, packId: string): Promise<string> {
  const {id} = await client.post<PackAttributes>(
    '/v1/backgroundAssets',
    {
      data: {
        type: 'backgroundAssets',
        attributes: {assetPackIdentifier: packId},
        relationships: {app: {data: {type: 'apps', id: appId}}},
      },
    },
    async () => {
      const {data} = await listPacks(client, appId)
      const found = data.find(
        ({attributes}) =>
          attributes?.assetPackIdentifier === packId && attributes.archived !== true,
      )
      return found ?? null
    },
  )
  return id
}

/**
 * Creates a version of an asset pack, or finds the one that an earlier request has made: it awaits its files, and has
 * none.
 *
 * @param recordId - Apple's id of the pack.
 * @param known - Apple's ids of versions that were there before.
 * @returns Apple's id of the version.
 */
export async function createVersion(
  client: Client,
  recordId: string,
  known: ReadonlySet<string>,
): Promise<string> {
  const {id} = await client.post(
    `/v1/${VERSIONS}`,
    {
      data: {
        type: VERSIONS,
        relationships: {backgroundAsset: {data: {type: 'backgroundAssets', id: recordId}}},
      },
    },
    async () => {
      const versions = await readVersions(client, recordId)
      const made = versions.find(
        (each) =>
          each.state === 'open' &&
          each.archive === null &&
          each.manifest === null &&
          !known.has(each.id),
      )
      return made === undefined ? null : {type: VERSIONS, id: made.id}
    },
  )
  return id
}
