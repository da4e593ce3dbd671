import {nameKey} from '../listing.ts'
import type {ActualAsset, DesiredFile, DesiredSet} from '../listing.ts'
import type {AssetReference, ReorderStep, UploadStep} from '../../../core/plan.ts'
import type {SetMatch} from './match-set.ts'
import {reorder, uploadId} from './steps.ts'
import type {Needs} from './steps.ts'

/**
 * Foresees the order of a set after all other steps, and plans a reorder if it is not the order of the files
 * with everything else behind them. Apple appends every new reservation at the end.
 *
 * What a later run will delete because a file took its place stays before that file, and before whatever bears the
 * file's name: by this the later run knows it.
 * A reservation that is filled is named by its step, because it may have to be made anew and then has another id.
 *
 * @param sent - The uploads of the set, in the order of their reservations.
 * @param present - The assets that are there now and that this plan does not delete, in the store's order.
 * @param leaving - Of these, the ones that a later run will delete: wherever they stand, they are worth no request.
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
): readonly ReorderStep[] {
  const filledBy = new Map(sent.map((step) => [step.resumes, step.id]))
  const foreseen = [
    ...present.map(({id}) => filledBy.get(id) ?? id),
    ...sent.filter((step) => step.resumes === null).map((step) => step.id),
  ]
  const place = (file: DesiredFile) =>
    (match.matched.get(file) ?? match.undecided.get(file))?.id ?? uploadId(set, file)

  const there = new Set(foreseen)
  const replaced = Map.groupBy(
    match.superseded.filter(({id}) => there.has(id)),
    ({fileName}) => nameKey(fileName),
  )
  const bearing = new Map(present.map(({id, fileName}) => [id, nameKey(fileName)]))
  const inFront: string[] = []
  for (const file of set.files) {
    const id = place(file)
    if (!there.has(id)) continue
    // Of equal pictures, the one with the file's name may stand for another file.
    for (const name of [nameKey(file.name), bearing.get(id) ?? '']) {
      inFront.push(...(replaced.get(name) ?? []).map((old) => old.id))
      replaced.delete(name)
    }
    inFront.push(id)
  }
  const isInFront = new Set(inFront)
  const wanted = [...inFront, ...foreseen.filter((id) => !isInFront.has(id))]
  const passing = new Set(leaving.map((asset) => asset.id))
  const lasting = foreseen.filter((id) => !passing.has(id))
  if (wanted.filter((id) => !passing.has(id)).every((id, index) => id === lasting[index])) return []

  const made = new Set(sent.map((step) => step.id))
  const order: readonly AssetReference[] = wanted.map((id) =>
    made.has(id) ? {uploadStep: id} : {assetId: id},
  )
  return [reorder(set, order, needs)]
}
