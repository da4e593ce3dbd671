import {nameKey} from '../../../transfer/stored-file.ts'
import type {ActualAsset, DesiredFile} from '../listing.ts'

/** Files that are sent together, and the assets that have to be deleted first because the set is full. */
export interface Round {
  readonly room: readonly ActualAsset[]
  readonly uploads: readonly DesiredFile[]
}

export interface RoundsRequest {
  /** Files that need a new place, in order. */
  readonly uploads: readonly DesiredFile[]
  /** Assets that a file replaces. */
  readonly superseded: readonly ActualAsset[]
  /** Assets that will be deleted anyway. */
  readonly pruned: readonly ActualAsset[]
  /** How many assets the set can still take. */
  readonly free: number
  /** How many assets Apple allows in the set. */
  readonly maximum: number
}

/**
 * Divides the uploads of a set into rounds. One round is enough if the set has room for all. Otherwise the free
 * places are used first, and a full set loses at most half of its maximum before the next files are in, so that the
 * store is never left empty.
 *
 * The caller makes sure that everything fits in the end.
 */
export function planRounds(request: RoundsRequest): readonly Round[] {
  const {superseded, pruned, free, maximum} = request
  const most = Math.max(1, Math.floor(maximum / 2))
  const rounds: Round[] = []
  const waiting = [...request.uploads]
  if (free > 0 && waiting.length > 0) rounds.push({room: [], uploads: waiting.splice(0, free)})

  const removed = new Set<ActualAsset>()
  while (waiting.length > 0) {
    const removable = superseded.length + pruned.length - removed.size
    const count = Math.min(waiting.length, most, removable)
    if (count === 0) throw new Error('A set was planned that cannot hold its files.')

    const uploads = waiting.slice(0, count)
    const room = inDeletionOrder(request, waiting, uploads)
      .filter((asset) => !removed.has(asset))
      .slice(0, count)
    rounds.push({room, uploads})
    waiting.splice(0, count)
    for (const asset of room) removed.add(asset)
  }
  return rounds
}

/**
 * Sorts what can be deleted so that the store loses as little as possible for as short as possible: first what is
 * already replaced, then what is replaced next, then later, and last what is never replaced.
 */
function inDeletionOrder(
  {superseded, pruned}: RoundsRequest,
  waiting: readonly DesiredFile[],
  next: readonly DesiredFile[],
): readonly ActualAsset[] {
  const waitingNames = new Set(waiting.map((file) => nameKey(file.name)))
  const nextNames = new Set(next.map((file) => nameKey(file.name)))
  const rank = (asset: ActualAsset) => {
    const name = nameKey(asset.fileName)
    if (!waitingNames.has(name)) return 0
    return nextNames.has(name) ? 1 : 2
  }
  return [...superseded.toSorted((one, other) => rank(one) - rank(other)), ...pruned]
}
