import type {Client} from '../connect/client.ts'
import {createOrFind} from '../connect/create-or-find.ts'
import type {Resource} from '../connect/document.ts'

const TYPE = 'appStoreReviewDetails'

interface Creation {
  /** Apple's id. */
  readonly versionId: string
  /** What it starts with, by Apple's names. */
  readonly attributes: Readonly<Record<string, unknown>>
  /** What is read of one that is there already. The rest is about people and their accounts. */
  readonly fields: readonly string[]
}

/**
 * Creates the review detail of a version, or finds the one that an earlier request or somebody else has made.
 *
 * @returns the detail, and whether it was found.
 * @throws {ApiError} if Apple refuses it although there is none.
 */
export async function createReviewDetail(
  {client, signal}: {readonly client: Client; readonly signal: AbortSignal},
  {versionId, attributes, fields}: Creation,
): Promise<{readonly detail: Resource; readonly isFound: boolean}> {
  const body = {
    data: {
      type: TYPE,
      attributes,
      relationships: {appStoreVersion: {data: {type: 'appStoreVersions', id: versionId}}},
    },
  }
  const found = new Set<Resource>()
  const find = async () => {
    const {data} = await client.related(`/v1/appStoreVersions/${versionId}/appStoreReviewDetail`, {
      [`fields[${TYPE}]`]: fields,
    })
    if (data !== null) found.add(data)
    return data
  }
  const detail = await createOrFind(client, `/v1/${TYPE}`, {body, find, signal})
  return {detail, isFound: found.has(detail)}
}
