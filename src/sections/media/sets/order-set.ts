import {setTimeout as delay} from 'node:timers/promises'

import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import {ApiError} from '../../../connect/errors.ts'
import type {LostReservations} from '../../../transfer/lost-reservations.ts'
import type {ListedFiles} from '../../../transfer/remove-lost-reservations.ts'
import type {Medium} from '../listing.ts'
import type {Presence} from './presence.ts'
import {readAssets} from './read-sets.ts'
import {reorderSet} from './writes.ts'

interface OrderSetOptions {
  readonly client: Client
  readonly lostReservations: LostReservations
  readonly presence: Presence
  /** @returns how many reservations it found. */
  readonly removeLost: (listed: ListedFiles) => Promise<number>
  readonly signal: AbortSignal
}

export interface WantedOrder {
  /** Our own name of the set. */
  readonly place: string
  readonly medium: Medium
  /** Apple's id of the set. */
  readonly appleSet: string
  /** Apple's ids of every asset of the set. */
  readonly ids: readonly string[]
}

/** Lists lag behind writes, so we look for a reservation that may exist more than once. */
const LOOK_PAUSES_MILLISECONDS = [0, 1000, 1500, 2500]

/**
 * Returns a function that reorders a set. Apple refuses an order that does not name the whole set. The reason may be
 * a reservation of this run whose answer was lost, even one that no list has shown before. Then the set is read
 * again, the reservation is removed, and the order is sent once more.
 */
export function createOrderSet({
  client,
  lostReservations,
  presence,
  removeLost,
  signal,
}: OrderSetOptions): (order: WantedOrder) => Promise<void> {
  /** @throws {VanishedError} if a file of the order is gone. */
  const cleanUp = async ({place, medium, appleSet}: WantedOrder): Promise<void> => {
    const looks = lostReservations.isSuspected(place) ? LOOK_PAUSES_MILLISECONDS : [0]
    for (const pause of looks) {
      await delay(pause, undefined, {signal})
      const assets = await readAssets(client, appleSet, medium)
      await presence.compare(place, medium, assets)
      presence.mustBeComplete(place)
      const resource = UPLOAD_RESOURCES[medium]
      if ((await removeLost({place, resource, files: assets})) > 0) return
    }
  }
  return async (order) => {
    presence.mustBeComplete(order.place)
    try {
      await reorderSet(client, order.medium, order.appleSet, order.ids)
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error
      await cleanUp(order)
      await reorderSet(client, order.medium, order.appleSet, order.ids)
    }
  }
}
