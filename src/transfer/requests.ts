import type {UploadResource} from '../apple/upload-resources.ts'
import type {Client} from '../connect/client.ts'
import type {AssetResource, FileAttributes} from './asset.ts'

/** What Apple has to know about a file to reserve a place for it. */
export interface Reservation {
  readonly resource: UploadResource
  /** Apple's id of what the file belongs to. */
  readonly parent: string
  readonly fileName: string
  /** In bytes. */
  readonly fileSize: number
  readonly mimeType: string
}

/** @param find - Looks for a reservation whose answer was lost, with its upload operations. */
export async function reserve(
  client: Client,
  {resource, parent, fileName, fileSize, mimeType}: Reservation,
  find: () => Promise<AssetResource | null>,
): Promise<AssetResource> {
  const {type, takesMimeType} = resource
  return client.post<FileAttributes>(
    `/v1/${type}`,
    {
      data: {
        type,
        attributes: {fileName, fileSize, ...(takesMimeType ? {mimeType} : {})},
        relationships: {
          [resource.parent.relationship]: {data: {type: resource.parent.type, id: parent}},
        },
      },
    },
    find,
  )
}

/** Reads one asset with its upload operations, which lists may omit. */
export async function readReservation(
  client: Client,
  {type, fields}: UploadResource,
  id: string,
): Promise<AssetResource> {
  return client.get<FileAttributes>(`/v1/${type}/${id}`, {
    [`fields[${type}]`]: [...fields, 'uploadOperations'],
  })
}

/**
 * Tells Apple that all parts are sent.
 *
 * @param md5 - Of the whole file, in lower-case hex.
 */
export async function commit(
  client: Client,
  {type, checksum}: UploadResource,
  id: string,
  md5: string,
): Promise<void> {
  await client.patch(`/v1/${type}/${id}`, {
    data: {type, id, attributes: {uploaded: true, [checksum]: md5}},
  })
}

export async function deleteAsset(
  client: Client,
  {type}: UploadResource,
  id: string,
): Promise<void> {
  await client.delete(`/v1/${type}/${id}`)
}
