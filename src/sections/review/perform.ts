import type {Client} from '../../connect/client.ts'
import {performAtOnce} from '../../core/section.ts'
import type {Performer, Work} from '../../core/section.ts'
import type {FieldValues} from '../../fields/field.ts'
import {performFields} from '../../fields/perform-fields.ts'
import {sendTogether} from '../../fields/send-together.ts'
import type {FieldRefusedError} from '../../fields/send-together.ts'
import type {ReviewStepDetail} from './detail.ts'
import {createFilledDetail, patchReviewDetail} from './requests.ts'
import type {StoredReview, WantedReview} from './review.ts'

/**
 * Carries out the steps of the section. What Apple refuses of a new review detail fails the step of that field.
 *
 * @param hide - Called with what a review detail says before it is changed.
 */
export function performReview(
  store: {readonly client: Client; readonly signal: AbortSignal},
  {wanted, have, steps, idOf}: Work<WantedReview, StoredReview, ReviewStepDetail>,
  hide: (values: FieldValues) => void,
): Performer<ReviewStepDetail> {
  const changes = performFields({
    steps: steps.flatMap(({detail, ...step}) =>
      detail.kind === 'field' ? [{...step, detail}] : [],
    ),
    idOf,
    fields: wanted,
    send: ({id, values}) => patchReviewDetail(store.client, id, values),
  })
  let refused: ReadonlyMap<string, FieldRefusedError> = new Map()
  const create = async (versionId: string): Promise<string> => {
    const send = (values: FieldValues) =>
      createFilledDetail(store, {versionId, values}, {fields: wanted, hide})
    const all = Object.fromEntries(wanted.map(({name, value}) => [name, value]))
    const sent = await sendTogether(all, send)
    ;({refused} = sent)
    return sent.answer ?? send({})
  }
  return performAtOnce(async ({detail, ...step}) => {
    if (detail.kind === 'review-detail') return create(idOf(detail.version))
    if (have.detail !== null) {
      const {resourceId} = await changes.perform({...step, detail})
      return resourceId
    }
    const fault = refused.get(detail.name)
    if (fault !== undefined) throw fault
    return step.resource === null ? null : idOf(step.resource)
  })
}
