import {REVIEW_ATTRIBUTES} from '../../apple/review-detail.ts'
import type {Client} from '../../connect/client.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import type {Resource} from '../../connect/document.ts'
import type {FieldValues} from '../../fields/field.ts'
import {changedFields} from '../../fields/plan-fields.ts'
import {REVIEW_DETAIL, valuesOf} from './review.ts'
import type {WantedReview} from './review.ts'

/** @param id - Apple's id of the review detail. */
export async function patchReviewDetail(
  client: Client,
  id: string,
  attributes: FieldValues,
): Promise<void> {
  await client.patch(`/v1/${REVIEW_DETAIL}/${id}`, {data: {type: REVIEW_DETAIL, id, attributes}})
}

interface Creation {
  readonly fields: WantedReview
  /** Called with what a review detail says that somebody else has made meanwhile. */
  readonly hide: (values: FieldValues) => void
}

/**
 * Creates the review detail of a version. One that somebody else has made meanwhile is changed if it says something else.
 *
 * @param values - All of the fields, or those that Apple takes.
 * @returns Apple's id of it.
 */
export async function createReviewDetail(
  {client, signal}: {readonly client: Client; readonly signal: AbortSignal},
  {versionId, values}: {readonly versionId: string; readonly values: FieldValues},
  {fields, hide}: Creation,
): Promise<string> {
  const body = {
    data: {
      type: REVIEW_DETAIL,
      attributes: values,
      relationships: {appStoreVersion: {data: {type: 'appStoreVersions', id: versionId}}},
    },
  }
  const found = new Set<Resource>()
  const find = async () => {
    const {data} = await client.related(`/v1/appStoreVersions/${versionId}/appStoreReviewDetail`, {
      [`fields[${REVIEW_DETAIL}]`]: REVIEW_ATTRIBUTES,
    })
    if (data !== null) found.add(data)
    return data
  }
  const detail = await createOrFind(client, `/v1/${REVIEW_DETAIL}`, {body, find, signal})
  if (!found.has(detail)) return detail.id

  const stored = valuesOf(detail.attributes)
  hide(stored)
  const sent = fields.filter(({name}) => name in values)
  const changed = changedFields({fields: sent, stored}).map(({name, value}) => [name, value])
  if (changed.length > 0) await patchReviewDetail(client, detail.id, Object.fromEntries(changed))
  return detail.id
}
