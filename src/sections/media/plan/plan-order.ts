import {nameKey} from '../../../transfer/stored-file.ts'
import type {ActualAsset, DesiredFile, DesiredSet} from '../listing.ts'
import type {OrderStep, UploadStep} from './detail.ts'
import type {SetMatch} from './match-set.ts'
import {orderStep, uploadStepId} from './steps.ts'
import type {Needs} from '../../../places/steps.ts'

/**
 * Predicts the order of a set after all other steps, and plans to reorder it unless the files come first and in their
 * order. Apple appends every new reservation at the end.
 *
 * An asset that a later run will delete because a file replaces it stays before that file, and before any asset with
 * the file's name: this is how the later run recognises it. A reservation that is being filled is referred to by its
 * step, because it may have to be made again and then has another id.
 *
 * @param sent - The uploads of the set, in the order of their reservations.
 * @param present - The assets in the store that this plan does not delete, in the store's order.
 * @param leaving - Those that a later run will delete. Their position alone is not worth a request.
 */
export function planOrder(
  set: DesiredSet,
  match: SetMatch,
  {
    sent,
    present,
    leaving,
    needs,
  }: {
    readonly sent: readonly UploadStep[]
    readonly present: readonly ActualAsset[]
    readonly leaving: readonly ActualAsset[]
    readonly needs: Needs
  },
): readonly OrderStep[] {
  const filledBy = new Map(sent.map((step) => [step.detail.resumes, step.id]))
  const expected = [
    ...present.map(({id}) => filledBy.get(id) ?? id),
    ...sent.filter((step) => step.detail.resumes === null).map((step) => step.id),
  ]
  const place = (file: DesiredFile) =>
    (match.matched.get(file) ?? match.undecided.get(file))?.id ?? uploadStepId(set, file)

  const there = new Set(expected)
  const replaced = Map.groupBy(
    match.superseded.filter(({id}) => there.has(id)),
    ({fileName}) => nameKey(fileName),
  )
  const nameKeys = new Map(present.map(({id, fileName}) => [id, nameKey(fileName)]))
  const inFront: string[] = []
  for (const file of set.files) {
    const id = place(file)
    if (!there.has(id)) continue
    // Of equal pictures, the one with the file's name may be paired with another file.
    for (const name of [nameKey(file.name), nameKeys.get(id) ?? '']) {
      inFront.push(...(replaced.get(name) ?? []).map((old) => old.id))
      replaced.delete(name)
    }
    inFront.push(id)
  }
  const isInFront = new Set(inFront)
  const wanted = [...inFront, ...expected.filter((id) => !isInFront.has(id))]
  const leavingIds = new Set(leaving.map((asset) => asset.id))
  const lasting = expected.filter((id) => !leavingIds.has(id))
  if (wanted.filter((id) => !leavingIds.has(id)).every((id, index) => id === lasting[index]))
    return []

  const made = new Map(sent.map((step) => [step.id, step.subject.name]))
  const nameOf = new Map(present.map(({id, fileName}) => [id, fileName]))
  const order = wanted.map((id) => {
    const name = made.get(id)
    return name === undefined
      ? {asset: {id}, name: nameOf.get(id) ?? ''}
      : {asset: {step: id}, name}
  })
  return [orderStep(set, order, needs)]
}
