import type {DesiredListing} from '../listing.ts'
import type {Plan} from '../../../core/plan.ts'
import type {Ledger} from './ledger.ts'

/** The order that the files of a set should have by themselves, by Apple's ids. */
export interface FilesInOrder {
  readonly files: readonly string[]
  /** Assets that the plan still deletes; they stay before the files, where the next run looks for what was replaced. */
  readonly leaving: ReadonlySet<string>
}

/**
 * Tells for each set that a plan sends files to, but does not reorder, which order its files should have: the plan
 * foresaw that the reservations would come out right by themselves.
 *
 * @returns null for all other sets, and while a file is not there.
 */
export function wantedOrders(
  desired: DesiredListing,
  plan: Plan,
  ledger: Ledger,
): (set: string) => FilesInOrder | null {
  const setsWith = (kind: 'upload' | 'reorder') =>
    new Set(plan.steps.map((step) => (step.kind === kind ? step.set : null)))
  const sent = setsWith('upload')
  const reordered = setsWith('reorder')
  const leaving = new Set(
    plan.steps.flatMap((step) => (step.kind === 'delete' ? [step.assetId] : [])),
  )
  const present = new Map(
    [...plan.unchanged, ...plan.undecided].map((file) => [file.path, file.assetId]),
  )
  const sending = new Map(
    plan.steps.filter((step) => step.kind === 'upload').map((step) => [step.path, step.id]),
  )
  return (setId) => {
    const set = desired.sets.find(({id}) => id === setId)
    if (set === undefined || !sent.has(setId) || reordered.has(setId)) return null
    const ids = set.files.map(
      ({path}) => present.get(path) ?? ledger.uploads.get(sending.get(path) ?? ''),
    )
    return ids.every((id) => id !== undefined) ? {files: ids, leaving} : null
  }
}
