import {remedyFor} from '../../../apple/delivery-errors.ts'
import type {Client} from '../../../connect/client.ts'
import {picturesOf, setId} from '../listing.ts'
import type {ActualAsset, ActualSet, Medium} from '../listing.ts'
import type {UploadStep} from '../../../core/plan.ts'
import type {Failure} from '../../../core/results.ts'
import type {Pending, Verdict} from '../../../core/section.ts'
import {failureOf} from '../../../core/explain.ts'
import type {SetOfAssets} from './ghosts.ts'
import {lookUp} from './ledger.ts'
import type {Ledger} from './ledger.ts'
import type {WantedOrder} from './order-set.ts'
import type {Presence} from './presence.ts'
import {readSets} from './read-sets.ts'
import type {FilesInOrder} from './wanted-orders.ts'
import {deleteAsset} from './writes.ts'

export interface VerifyOptions {
  readonly client: Client
  readonly ledger: Ledger
  readonly presence: Presence
  readonly removeGhosts: (listed: SetOfAssets) => Promise<number>
  readonly orderSet: (order: WantedOrder) => Promise<void>
  readonly wantedOrder: (set: string) => FilesInOrder | null
  readonly tell: (message: string) => void
}

/** Lists lag behind writes; an asset that so many reads in a row do not show is gone. */
const MISSES_ALLOWED = 5

/**
 * Makes the function that reads how far Apple has got with files that were sent, all of one locale and medium in one
 * request. A file counts only when it is complete and Apple shows the checksum of the bytes that were sent.
 *
 * Each look also finds files of the locale that somebody has removed meanwhile. When all is decided it puts right what a
 * bad network may have left: reservations whose answer was lost, and an order that a reservation made anew has changed.
 */
export function createVerify({
  client,
  ledger,
  presence,
  removeGhosts,
  orderSet,
  wantedOrder,
  tell,
}: VerifyOptions) {
  const misses = new Map<string, number>()

  const judge = (pending: Pending, asset: ActualAsset | undefined): Failure | 'accepted' | null => {
    const {step} = pending
    if (step.kind !== 'upload') return 'accepted'
    if (asset === undefined) {
      const missed = (misses.get(step.id) ?? 0) + 1
      misses.set(step.id, missed)
      return missed > MISSES_ALLOWED ? REMOVED : null
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
        // Apple echoes the checksum from the commit on, so it proves nothing before the file is processed.
        if (!asset.isProcessed || asset.md5 === null) return null
        return asset.md5 === step.content.md5 ? 'accepted' : DIFFERENT_BYTES
    }
  }
  const remove = async (medium: Medium, id: string, what: string): Promise<void> => {
    try {
      await deleteAsset(client, medium, id)
    } catch (error) {
      tell(`${what} could not be removed; the next run does it. ${failureOf(error).message}`)
    }
  }
  const correctOrder = async (set: string, {id, assets, medium}: ActualSet): Promise<void> => {
    const wanted = wantedOrder(set)
    const there = assets.map((asset) => asset.id)
    if (wanted === null || !wanted.files.every((each) => there.includes(each))) return
    const files = new Set(wanted.files)
    if (there.filter((each) => files.has(each)).every((each, at) => each === wanted.files[at])) {
      return
    }
    tell(`Putting ${set} in order: a reservation had to be made a second time.`)
    const others = there.filter((each) => !files.has(each))
    const ids = [
      ...others.filter((each) => wanted.leaving.has(each)),
      ...wanted.files,
      ...others.filter((each) => !wanted.leaving.has(each)),
    ]
    await orderSet({set, medium, appleSet: id, ids})
  }

  return async (
    locale: string,
    pending: readonly Pending[],
  ): Promise<ReadonlyMap<string, Verdict>> => {
    const [first] = uploadsOf(pending)
    if (first === undefined) return new Map()
    const sets = await readSets(client, lookUp(ledger.localizations, locale), first.medium)
    for (const [id, image] of picturesOf(sets)) ledger.images.set(id, image)
    const assets = new Map(sets.flatMap((set) => set.assets.map((asset) => [asset.id, asset])))

    const verdicts = new Map<string, Verdict>()
    for (const each of pending) {
      const judgement = judge(each, assets.get(each.resourceId))
      if (judgement === null) continue
      if (judgement === 'accepted') {
        verdicts.set(each.step.id, {state: 'done'})
        if (each.step.kind === 'upload') presence.accepted(each.step, each.resourceId)
        continue
      }
      verdicts.set(each.step.id, {state: 'failed', failure: judgement})
      await remove(first.medium, each.resourceId, `The rejected record of ${each.step.fileName}`)
    }
    await presence.lookAtAll(locale, first.medium, sets)
    if (verdicts.size === pending.length) {
      for (const set of sets) {
        await removeGhosts({...set, set: setId(locale, set.type)})
        await correctOrder(setId(locale, set.type), set)
      }
    }
    return verdicts
  }
}

function uploadsOf(pending: readonly Pending[]): readonly UploadStep[] {
  return pending.map(({step}) => step).filter((step) => step.kind === 'upload')
}

function rejected(reasons: readonly {code: string; description: string}[]): Failure {
  const said = reasons.map(({code, description}) =>
    description === '' || description === code ? code : `${code} (${description})`,
  )
  return {
    message: `Apple rejected the file: ${said.length > 0 ? said.join('; ') : 'no reason given'}.`,
    remedy: remedyFor(reasons[0]?.code ?? ''),
  }
}

const REMOVED: Failure = {
  message: 'The file was sent, but App Store Connect no longer shows it: somebody removed it.',
  remedy: 'Make sure that no other job or person works on this version, and run again.',
}

const DIFFERENT_BYTES: Failure = {
  message: 'Apple has received other bytes than the file holds: its checksum differs.',
  remedy: 'Run the job again; the file is sent anew.',
}
