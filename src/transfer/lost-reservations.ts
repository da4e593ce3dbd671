/**
 * Tracks reservations whose answers were lost: they may be in the store under an id that the run does not know. They
 * are found among the assets by excluding all ids that the run knows.
 */
export interface LostReservations {
  /** An asset from before the run, or one whose id the run received. */
  markKnown(id: string): void
  /** A reservation with this name may exist in a place, though its answer was lost. */
  markSuspected(place: string, nameKey: string): void
  /** Whether an asset may be such a reservation. */
  mayInclude(place: string, asset: {readonly id: string; readonly nameKey: string}): boolean
  /** Whether anything is suspected in a place. */
  isSuspected(place: string): boolean
  isKnown(id: string): boolean
}

/** @param known - Ids of the assets that were there before the run. */
export function createLostReservations(known: Iterable<string>): LostReservations {
  const ids = new Set(known)
  const suspects = new Map<string, Set<string>>()
  return {
    markKnown: (id) => void ids.add(id),
    markSuspected(place, nameKey) {
      suspects.set(place, (suspects.get(place) ?? new Set()).add(nameKey))
    },
    mayInclude: (place, {id, nameKey}) =>
      !ids.has(id) && (suspects.get(place)?.has(nameKey) ?? false),
    isSuspected: (place) => suspects.has(place),
    isKnown: (id) => ids.has(id),
  }
}
