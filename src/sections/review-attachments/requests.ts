import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Client} from '../../connect/client.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import {getAll} from '../../connect/pages.ts'
import type {FileAttributes} from '../../transfer/asset.ts'
import {readStoredFile} from '../../transfer/stored-file.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'

const RESOURCE = UPLOAD_RESOURCES.reviewAttachment

/** Reads all attachments: one request. @param detailId - Apple's id of the review detail. */
export async function readAttachments(
  client: Client,
  detailId: string,
): Promise<readonly StoredFile[]> {
  const {data} = await getAll<FileAttributes>(
    client,
    `/v1/appStoreReviewDetails/${detailId}/${RESOURCE.type}`,
    {[`fields[${RESOURCE.type}]`]: RESOURCE.fields, limit: 200},
  )
  return data.map((each) => readStoredFile(RESOURCE, each))
}

/**
 * Creates the review detail of a version, with nothing in it, or finds the one that an earlier request or somebody else
 * has made.
 *
 * @returns Apple's id of it.
 */
export async function createReviewDetail(
  client: Client,
  versionId: string,
  signal: AbortSignal,
): Promise<string> {
  const body = {
    data: {
      type: 'appStoreReviewDetails',
      relationships: {appStoreVersion: {data: {type: 'appStoreVersions', id: versionId}}},
    },
  }
  const find = async () => {
    const {data} = await client.related(`/v1/appStoreVersions/${versionId}/appStoreReviewDetail`, {
      // Everything else in it is about people and their accounts.
      'fields[appStoreReviewDetails]': ['appStoreReviewAttachments'],
    })
    return data
  }
  const {id} = await createOrFind(client, '/v1/appStoreReviewDetails', {body, find, signal})
  return id
}
