import {nameKey} from '../listing.ts'
import type {ActualAsset, DesiredFile} from '../listing.ts'

/** Files that are sent together, and the assets that have to go first because the set is full. */
export interface Round {
  readonly room: readonly ActualAsset[]
  readonly uploads: readonly DesiredFile[]
}

export interface RoomRequest {
  /** Files that need a place of their own, in order. */
  readonly uploads: readonly DesiredFile[]
  /** Assets whose file takes their place. */
  readonly superseded: readonly ActualAsset[]
  /** Assets that are to go anyway. */
  readonly pruned: readonly ActualAsset[]
  /** How many assets the set can still take. */
  readonly free: number
  /** How many assets Apple allows in the set. */
  readonly maximum: number
}

/**
 * Cuts the uploads of a set into rounds. One round is enough unless the set cannot take them all; then the free places
 * are used first, and a full set loses at most half of what it can hold before the next files are in, so that the store
 * is never left empty.
 *
 * The caller has made sure that everything fits in the end.
 */
export function planRounds(request: RoomRequest): readonly Round[] {
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
    const room = leastMissed(request, waiting, uploads)
      .filter((asset) => !removed.has(asset))
      .slice(0, count)
    rounds.push({room, uploads})
    waiting.splice(0, count)
    for (const asset of room) removed.add(asset)
  }
  return rounds
}

/**
 * Sorts what can go so that the store loses as little as possible for as short as possible: what is replaced
 * already, what is replaced next, what is replaced later, and last what goes without a replacement.
 */
function leastMissed(
  {superseded, pruned}: RoomRequest,
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
