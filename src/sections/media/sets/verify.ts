import {remedyFor} from '../../../apple/delivery-errors.ts'
import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {explain} from '../../../core/explain.ts'
import type {Decision} from '../../../core/section.ts'
import type {StorePicture} from '../../../core/vocabulary.ts'
import {deleteAsset} from '../../../transfer/requests.ts'
import {picturesOf, placeOf} from '../listing.ts'
import type {ActualAsset, ActualSet, Medium} from '../listing.ts'
import type {UploadStep} from '../plan/detail.ts'
import type {FilesInOrder} from './expected-orders.ts'
import type {SetOfAssets} from './remove-lost-reservations.ts'
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
  readonly removeLostReservations: (listed: SetOfAssets) => Promise<number>
  readonly orderSet: (order: WantedOrder) => Promise<void>
  readonly expectedOrder: (place: string) => FilesInOrder | null
  readonly tell: (message: string) => void
}

/** A sent file that Apple has not decided yet. */
export interface PendingUpload {
  readonly step: UploadStep
  readonly resourceId: string
}

/** Lists lag behind writes. An asset that is missing from more reads in a row than this is gone. */
const MAX_MISSES = 5

/**
 * Returns a function that reads what Apple has decided about sent files, all of one locale and medium in one request.
 * A file is done only if it is complete and Apple shows the checksum of the sent bytes.
 *
 * Each read also finds files of the locale that somebody has removed meanwhile. When everything is decided, it cleans
 * up after a bad network: it removes reservations whose answer was lost, and corrects the order if a reservation had
 * to be made again.
 */
export function createVerify({
  client,
  ids,
  presence,
  pictures,
  removeLostReservations,
  orderSet,
  expectedOrder,
  tell,
}: VerifyOptions) {
  const misses = new Map<string, number>()

  const judge = (
    {step}: PendingUpload,
    asset: ActualAsset | undefined,
  ): Refusal | 'accepted' | null => {
    if (asset === undefined) {
      const missed = (misses.get(step.id) ?? 0) + 1
      misses.set(step.id, missed)
      return missed > MAX_MISSES ? REMOVED : null
    }
    misses.delete(step.id)
    switch (asset.delivery.state) {
      case 'open':
      case 'processing':
      case 'unknown':
        return null
      case 'failed':
        return rejected(asset.delivery.reasons)
      case 'complete':
        // Apple shows the checksum from the commit on, so it proves nothing before the file is processed.
        if (!asset.isProcessed || asset.md5 === null) return null
        return asset.md5 === step.detail.content.md5 ? 'accepted' : DIFFERENT_BYTES
    }
  }
  const remove = async (medium: Medium, id: string, name: string): Promise<void> => {
    try {
      await deleteAsset(client, UPLOAD_RESOURCES[medium], id)
    } catch (error) {
      tell(`Could not remove the rejected ${name}; the next run will. ${explain(error).what}`)
    }
  }
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
    const sets = await readSets(client, ids.localization(locale), medium)
    for (const [id, picture] of picturesOf(sets)) pictures.set(id, picture)
    const assets = new Map(sets.flatMap((set) => set.assets.map((asset) => [asset.id, asset])))

    const decisions = new Map<string, Decision>()
    for (const each of pending) {
      const {step, resourceId} = each
      const judgement = judge(each, assets.get(resourceId))
      if (judgement === null) continue
      if (judgement === 'accepted') {
        decisions.set(step.id, {state: 'done'})
        presence.accepted(step, resourceId)
        continue
      }
      const {state, ...why} = judgement
      const failure = {...why, severity: 'error', about: {step: step.id}} as const
      decisions.set(step.id, {state, failure})
      await remove(medium, resourceId, step.subject.name)
    }
    await presence.compareAll(locale, medium, sets)
    if (decisions.size === pending.length) {
      for (const set of sets) {
        const place = placeOf(locale, set.type)
        await removeLostReservations({...set, place})
        await correctOrder(place, set)
      }
    }
    return decisions
  }
}

/** Why a file is not in place. */
interface Refusal extends Pick<Diagnostic, 'code' | 'what' | 'next' | 'command'> {
  readonly state: 'failed' | 'rejected'
}

function rejected(reasons: readonly {code: string; description: string}[]): Refusal {
  const said = reasons.map(({code, description}) =>
    description === '' || description === code
      ? code
      : `${code} (${description.replace(/\.$/u, '')})`,
  )
  return {
    state: 'rejected',
    code: reasons[0]?.code ?? 'REJECTED',
    what: `Apple rejected the file: ${said.length > 0 ? said.join('; ') : 'no reason given'}.`,
    ...remedyFor(reasons[0]?.code ?? ''),
  }
}

const REMOVED: Refusal = {
  state: 'failed',
  code: 'ASSET_VANISHED',
  what: 'The file was uploaded, but is no longer in App Store Connect: somebody removed it during this run.',
  next: 'Make sure that nobody else and no other job changes this version, then run the job again.',
}

const DIFFERENT_BYTES: Refusal = {
  state: 'failed',
  code: 'DIFFERENT_BYTES',
  what: 'Apple did not receive the content of the file: the checksums differ.',
  next: 'Run the job again: it uploads the file again.',
}
