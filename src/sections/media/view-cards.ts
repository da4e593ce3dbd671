import type {Settled} from '../../core/plan.ts'
import type {Card, CardState} from '../../core/view.ts'
import {nameKey} from '../../transfer/stored-file.ts'
import type {ActualAsset, DesiredSet} from './listing.ts'
import {deletedCard, extraCard} from '../../places/cards.ts'
import {movedFiles} from './moved-files.ts'
import {isDeletion, isOrder, isPoster, isUpload} from './plan/detail.ts'
import type {DeleteStep, MediaStep, UploadStep} from './plan/detail.ts'

/** What happens in one place. */
export interface PlaceFacts {
  readonly steps: readonly MediaStep[]
  readonly settled: readonly Settled[]
}

/**
 * The cards of a set: its files in their order, what else the store has, and what is deleted.
 *
 * @param stored - What the store has in the set, in its order.
 */
export function cardsOf(
  set: DesiredSet,
  facts: PlaceFacts,
  stored: readonly ActualAsset[],
): readonly Card[] {
  const deletions = facts.steps.filter(isDeletion)
  const replaced = replacedBy(facts.steps.filter(isUpload), deletions)
  const taken = new Set(replaced.values())
  return [
    ...fileCards(set, facts, {stored, replaced}),
    ...facts.settled.filter(({state}) => state === 'extra').map(extraCard),
    ...deletions.filter((step) => isShown(step) && !taken.has(step)).map(deletedCard),
  ]
}

/** Apple keeps the record of a failed upload, but the store never showed it. */
function isShown({detail}: DeleteStep): boolean {
  return detail.cause !== 'dead'
}

/** The deletion of what each upload replaces, by the id of the upload. */
function replacedBy(
  uploads: readonly UploadStep[],
  deletions: readonly DeleteStep[],
): ReadonlyMap<string, DeleteStep> {
  const old = new Map<string, DeleteStep>()
  for (const step of deletions) {
    const key = nameKey(step.subject.name)
    if (isShown(step) && !old.has(key)) old.set(key, step)
  }
  return new Map(
    uploads.flatMap((step) => {
      const gone = old.get(nameKey(step.subject.name))
      return step.action !== 'replace' || gone === undefined ? [] : [[step.id, gone] as const]
    }),
  )
}

function fileCards(
  {files}: DesiredSet,
  {steps, settled}: PlaceFacts,
  {
    stored,
    replaced,
  }: {
    readonly stored: readonly ActualAsset[]
    readonly replaced: ReadonlyMap<string, DeleteStep>
  },
): readonly Card[] {
  const uploads = new Map(steps.filter(isUpload).map((step) => [step.detail.path, step]))
  const posters = new Map(
    steps.flatMap((step) =>
      isPoster(step) && step.subject.file !== null ? [[step.subject.file.path, step] as const] : [],
    ),
  )
  const placed = new Map(
    settled.flatMap((each) =>
      each.subject.file === null ? [] : [[each.subject.file.path, each] as const],
    ),
  )
  const moved = movedFiles(
    files.filter(({path}) => !uploads.has(path)),
    placed,
    stored,
  )
  const order = steps.find(isOrder)
  const posterBefore = new Map(stored.map(({id, posterTimeCode}) => [id, posterTimeCode]))
  const stateOf = (path: string): CardState => {
    const upload = uploads.get(path)
    if (upload !== undefined) return upload.action === 'replace' ? 'replaced' : 'new'
    const state = placed.get(path)?.state
    if (state === 'undecided') return 'undecided'
    if (state !== 'unchanged') return 'file'
    if (posters.has(path)) return 'updated'
    return moved.has(path) && order !== undefined ? 'reordered' : 'unchanged'
  }
  return files.map(({path, name, pixels, seconds, content: {size, sha256}}) => {
    const upload = uploads.get(path)
    const gone = upload === undefined ? undefined : replaced.get(upload.id)
    const poster = posters.get(path)
    const reorder = moved.has(path) ? order : undefined
    const own = [upload, poster, gone, reorder].filter((step) => step !== undefined)
    const id = placed.get(path)?.resourceId ?? null
    return {
      name,
      state: stateOf(path),
      file: {path, pixels, bytes: size, seconds, sha256},
      after: upload === undefined ? (id === null ? null : {id}) : {step: upload.id},
      before: gone === undefined ? null : {id: gone.detail.assetId, name: gone.subject.name},
      update:
        poster === undefined
          ? null
          : {
              name: poster.subject.noun,
              before: posterBefore.get(id ?? '') ?? null,
              after: poster.detail.timeCode,
            },
      steps: own.map((step) => step.id),
    }
  })
}
