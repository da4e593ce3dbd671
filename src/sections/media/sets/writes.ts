import {MEDIA_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import type {Resource} from '../../../connect/document.ts'
import type {Medium} from '../listing.ts'
import type {AssetAttributes, AssetResource} from './asset.ts'

/** What a reservation tells Apple about a file. */
export interface Reservation {
  readonly medium: Medium
  /** Apple's id of the set. */
  readonly set: string
  readonly fileName: string
  /** In bytes. */
  readonly fileSize: number
  readonly mimeType: string
}

/** @param find - Looks for the set if it may exist already. */
export async function createSet(
  client: Client,
  {medium, localization, type}: {medium: Medium; localization: string; type: string},
  find: () => Promise<Resource<never> | null>,
): Promise<string> {
  const {set, typeAttribute} = MEDIA_RESOURCES[medium]
  const made = await client.post(
    `/v1/${set}`,
    {
      data: {
        type: set,
        attributes: {[typeAttribute]: type},
        relationships: {
          appStoreVersionLocalization: {
            data: {type: 'appStoreVersionLocalizations', id: localization},
          },
        },
      },
    },
    find,
  )
  return made.id
}

/** @param find - Looks for a reservation that a lost answer has left, complete with its operations. */
export async function reserve(
  client: Client,
  {medium, set, fileName, fileSize, mimeType}: Reservation,
  find: () => Promise<AssetResource | null>,
): Promise<AssetResource> {
  const resource = MEDIA_RESOURCES[medium]
  return client.post<AssetAttributes>(
    `/v1/${resource.asset}`,
    {
      data: {
        type: resource.asset,
        attributes: {fileName, fileSize, ...(medium === 'preview' ? {mimeType} : {})},
        relationships: {[resource.parent]: {data: {type: resource.set, id: set}}},
      },
    },
    find,
  )
}

/** Reads one asset with its upload operations, which lists do not promise to have. */
export async function readReservation(
  client: Client,
  medium: Medium,
  id: string,
): Promise<AssetResource> {
  const {asset, fields} = MEDIA_RESOURCES[medium]
  return client.get<AssetAttributes>(`/v1/${asset}/${id}`, {
    [`fields[${asset}]`]: [...fields, 'uploadOperations'],
  })
}

/**
 * Says that all parts are sent.
 *
 * @param md5 - Of the whole file, in lower-case hex.
 */
export async function commit(
  client: Client,
  medium: Medium,
  id: string,
  md5: string,
): Promise<void> {
  const {asset} = MEDIA_RESOURCES[medium]
  await client.patch(`/v1/${asset}/${id}`, {
    data: {type: asset, id, attributes: {uploaded: true, sourceFileChecksum: md5}},
  })
}

/** @param timeCode - `HH:MM:SS:FF`. */
export async function setPosterFrame(client: Client, id: string, timeCode: string): Promise<void> {
  await client.patch(`/v1/appPreviews/${id}`, {
    data: {type: 'appPreviews', id, attributes: {previewFrameTimeCode: timeCode}},
  })
}

export async function deleteAsset(client: Client, medium: Medium, id: string): Promise<void> {
  await client.delete(`/v1/${MEDIA_RESOURCES[medium].asset}/${id}`)
}

/** @param ids - Of every asset of the set, in the wanted order: Apple takes no part of a set. */
export async function reorderSet(
  client: Client,
  medium: Medium,
  set: string,
  ids: readonly string[],
): Promise<void> {
  const resource = MEDIA_RESOURCES[medium]
  await client.patch(`/v1/${resource.set}/${set}/relationships/${resource.asset}`, {
    data: ids.map((id) => ({type: resource.asset, id})),
  })
}
