import {REVIEW_ATTRIBUTES} from '../../apple/review-detail.ts'
import type {Client} from '../../connect/client.ts'
import type {FieldValues} from '../../fields/field.ts'
import {changedFields} from '../../fields/plan-fields.ts'
import {createReviewDetail} from '../../review-detail/create.ts'
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
 * Creates the review detail of a version with its fields. One that somebody else has made meanwhile is changed if it says something else.
 *
 * @param values - All of the fields, or those that Apple takes.
 * @returns Apple's id of it.
 */
export async function createFilledDetail(
  store: {readonly client: Client; readonly signal: AbortSignal},
  {versionId, values}: {readonly versionId: string; readonly values: FieldValues},
  {fields, hide}: Creation,
): Promise<string> {
  const {detail, isFound} = await createReviewDetail(store, {
    versionId,
    attributes: values,
    fields: REVIEW_ATTRIBUTES,
  })
  if (!isFound) return detail.id

  const stored = valuesOf(detail.attributes)
  hide(stored)
  const sent = fields.filter(({name}) => name in values)
  const changed = changedFields({fields: sent, stored}).map(({name, value}) => [name, value])
  if (changed.length > 0)
    await patchReviewDetail(store.client, detail.id, Object.fromEntries(changed))
  return detail.id
}
