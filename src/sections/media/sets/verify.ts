import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import type {Decision} from '../../../core/section.ts'
import type {StorePicture} from '../../../core/vocabulary.ts'
import {createJudge} from '../../../transfer/judge.ts'
import {removeAsset} from '../../../transfer/remove-asset.ts'
import type {ListedFiles} from '../../../transfer/remove-lost-reservations.ts'
import {picturesOf, placeOf} from '../listing.ts'
import type {ActualSet} from '../listing.ts'
import type {UploadStep} from '../plan/detail.ts'
import type {FilesInOrder} from './expected-orders.ts'
import type {WantedOrder} from './order-set.ts'
import type {Presence} from './presence.ts'
import {readSets} from './read-sets.ts'
import type {StoreIds} from './store-ids.ts'

export interface VerifyOptions {
  readonly client: Client
  readonly ids: StoreIds
  readonly presence: Presence
  /** Gets the pictures of everything that is read. */
  readonly pictures: Map<string, StorePicture>
  /** @returns how many reservations it found. */
  readonly removeLost: (listed: ListedFiles) => Promise<number>
  readonly orderSet: (order: WantedOrder) => Promise<void>
  readonly expectedOrder: (place: string) => FilesInOrder | null
  readonly tell: (message: string) => void
}

/** A sent file that Apple has not decided yet. */
export interface PendingUpload {
  readonly step: UploadStep
  readonly resourceId: string
}

/**
 * Returns a function that reads what Apple has decided about sent files, all of one locale and medium in one request.
 * Each read also finds files of the locale that somebody has removed meanwhile. When everything is decided, it cleans
 * up after a bad network: it removes reservations whose answer was lost, and corrects the order if a reservation had
 * to be made again.
 */
export function createVerify({
  client,
  ids,
  presence,
  pictures,
  removeLost,
  orderSet,
  expectedOrder,
  tell,
}: VerifyOptions) {
  const judge = createJudge()
  const correctOrder = async (place: string, {id, assets, medium}: ActualSet): Promise<void> => {
    const wanted = expectedOrder(place)
    const there = assets.map((asset) => asset.id)
    if (wanted === null || !wanted.files.every((each) => there.includes(each))) return
    const files = new Set(wanted.files)
    if (there.filter((each) => files.has(each)).every((each, at) => each === wanted.files[at])) {
      return
    }
    tell(`Reordering ${place}: an upload that was started again came last.`)
    const others = there.filter((each) => !files.has(each))
    const order = [
      ...others.filter((each) => wanted.leaving.has(each)),
      ...wanted.files,
      ...others.filter((each) => !wanted.leaving.has(each)),
    ]
    await orderSet({place, medium, appleSet: id, ids: order})
  }

  return async (pending: readonly PendingUpload[]): Promise<ReadonlyMap<string, Decision>> => {
    const [first] = pending
    if (first === undefined) return new Map()
    const {locale, medium} = first.step.detail
    const resource = UPLOAD_RESOURCES[medium]
    const sets = await readSets(client, ids.localization(locale), medium)
    for (const [id, picture] of picturesOf(sets)) pictures.set(id, picture)
    const assets = new Map(sets.flatMap((set) => set.assets.map((asset) => [asset.id, asset])))

    const decisions = new Map<string, Decision>()
    for (const {step, resourceId} of pending) {
      const judgement = judge({step: step.id, content: step.detail.content}, assets.get(resourceId))
      if (judgement === null) continue
      if (judgement === 'accepted') {
        decisions.set(step.id, {state: 'done'})
        presence.accepted(step, resourceId)
        continue
      }
      const {state, ...why} = judgement
      const failure = {...why, severity: 'error', about: {step: step.id}} as const
      decisions.set(step.id, {state, failure})
      const what = `the rejected ${step.subject.name}`
      await removeAsset({client, tell}, {resource, id: resourceId, what})
    }
    await presence.compareAll(locale, medium, sets)
    if (decisions.size === pending.length) {
      for (const set of sets) {
        const place = placeOf(locale, set.type)
        await removeLost({place, resource, files: set.assets})
        await correctOrder(place, set)
      }
    }
    return decisions
  }
}
