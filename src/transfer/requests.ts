import type {UploadResource} from '../apple/upload-resources.ts'
import type {Client} from '../connect/client.ts'
import {ApiError} from '../connect/errors.ts'
import type {AssetResource, FileAttributes} from './asset.ts'

/** What Apple has to know about a file to reserve a place for it. */
export interface Reservation {
  readonly resource: UploadResource
  /** Apple's id of what the file belongs to. Null if its kind has no parent. */
  readonly parent: string | null
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
  const {type, takesMimeType, attributes} = resource
  return client.post<FileAttributes>(
    `/v1/${type}`,
    {
      data: {
        type,
        attributes: {...attributes, fileName, fileSize, ...(takesMimeType ? {mimeType} : {})},
        ...linkTo(resource, parent),
      },
    },
    find,
  )
}

function linkTo({type, parent: wanted}: UploadResource, id: string | null): object {
  if (wanted === null) return {}
  if (id === null) throw new Error(`${type} need a parent.`)
  return {relationships: {[wanted.relationship]: {data: {type: wanted.type, id}}}}
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

/** As {@link readReservation}. @returns null if it is gone. */
export async function readIfThere(
  client: Client,
  resource: UploadResource,
  id: string,
): Promise<AssetResource | null> {
  try {
    return await readReservation(client, resource, id)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

/** Hashes of a whole file, in lower-case hex. */
export interface Hashes {
  readonly md5: string
  readonly sha256: string
}

/** Tells Apple that all parts are sent. */
export async function commit(
  client: Client,
  {type, checksum}: UploadResource,
  id: string,
  {md5, sha256}: Hashes,
): Promise<void> {
  const sums =
    checksum === 'sourceFileChecksum'
      ? {sourceFileChecksum: md5}
      : {sourceFileChecksums: {file: {hash: sha256, algorithm: 'SHA_256'}}}
  await client.patch(`/v1/${type}/${id}`, {
    data: {type, id, attributes: {uploaded: true, ...sums}},
  })
}

export async function deleteAsset(
  client: Client,
  {type}: UploadResource,
  id: string,
): Promise<void> {
  await client.delete(`/v1/${type}/${id}`)
}
