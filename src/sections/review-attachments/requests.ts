import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Client} from '../../connect/client.ts'
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
