import type {Settled} from '../../../core/plan.ts'
import type {DesiredListing} from '../listing.ts'
import {isDeletion, isOrder, isUpload} from '../plan/detail.ts'
import type {MediaStep} from '../plan/detail.ts'

/** The order that the files of a set should have without a reorder, as Apple's ids. */
export interface FilesInOrder {
  readonly files: readonly string[]
  /** Assets that the plan still deletes. They stay before the files, where the next run looks for replaced assets. */
  readonly leaving: ReadonlySet<string>
}

export interface ExpectedOrdersOptions {
  readonly desired: DesiredListing
  readonly steps: readonly MediaStep[]
  readonly settled: readonly Settled[]
  /** Apple's ids of what has been sent, by the id of the upload step. */
  readonly sent: ReadonlyMap<string, string>
}

/**
 * Returns the expected order of each set that gets files but is not reordered, because the plan expects the
 * reservations to end up in the right order.
 *
 * @returns null for all other sets, and while a file is missing.
 */
export function expectedOrders({
  desired,
  steps,
  settled,
  sent,
}: ExpectedOrdersOptions): (place: string) => FilesInOrder | null {
  const uploads = steps.filter(isUpload)
  const growing = new Set(uploads.map(({detail}) => detail.set))
  const ordered = new Set(steps.filter(isOrder).map(({detail}) => detail.set))
  const leaving = new Set(steps.filter(isDeletion).map(({detail}) => detail.assetId))
  const present = new Map(
    settled.flatMap(({subject, resourceId}) =>
      subject.file === null || resourceId === null ? [] : [[subject.file.path, resourceId]],
    ),
  )
  const sending = new Map(uploads.map(({id, detail}) => [detail.path, id]))
  const sets = new Map(desired.sets.map((set) => [set.id, set]))
  return (place) => {
    const set = sets.get(place)
    if (set === undefined || !growing.has(place) || ordered.has(place)) return null
    const ids = set.files.map(({path}) => present.get(path) ?? sent.get(sending.get(path) ?? ''))
    return ids.every((id) => id !== undefined) ? {files: ids, leaving} : null
  }
}
