import {setTimeout as delay} from 'node:timers/promises'

import type {Client} from '../../../connect/client.ts'
import {ApiError} from '../../../connect/errors.ts'
import type {Medium} from '../listing.ts'
import type {SetOfAssets} from './ghosts.ts'
import type {Ledger} from './ledger.ts'
import type {Presence} from './presence.ts'
import {readAssets} from './read-sets.ts'
import {reorderSet} from './writes.ts'

interface OrderSetOptions {
  readonly client: Client
  readonly ledger: Ledger
  readonly presence: Presence
  readonly removeGhosts: (listed: SetOfAssets) => Promise<number>
  readonly signal: AbortSignal
}

export interface WantedOrder {
  /** Our own id of the set. */
  readonly set: string
  readonly medium: Medium
  /** Apple's id of the set. */
  readonly appleSet: string
  /** Apple's ids of every asset of the set. */
  readonly ids: readonly string[]
}

/** Lists lag behind writes, so a reservation that may exist is looked for more than once. */
const LOOK_PAUSES_MILLISECONDS = [0, 1000, 1500, 2500]

/**
 * Makes the function that puts a set in order. Apple refuses an order that does not name the whole set. A reservation
 * of this run whose answer was lost may be the reason, also one that no list has shown before: then the set is read
 * again, the reservation removed, and the order sent once more.
 */
export function createOrderSet({
  client,
  ledger,
  presence,
  removeGhosts,
  signal,
}: OrderSetOptions): (order: WantedOrder) => Promise<void> {
  /** @throws {VanishedError} if the order names a file that is gone. */
  const clear = async ({set, medium, appleSet}: WantedOrder): Promise<void> => {
    const looks = ledger.suspects.has(set) ? LOOK_PAUSES_MILLISECONDS : [0]
    for (const pause of looks) {
      await delay(pause, undefined, {signal})
      const assets = await readAssets(client, appleSet, medium)
      await presence.look(set, medium, assets)
      presence.mustBeWhole(set)
      if ((await removeGhosts({set, medium, assets})) > 0) return
    }
  }
  return async (order) => {
    presence.mustBeWhole(order.set)
    try {
      await reorderSet(client, order.medium, order.appleSet, order.ids)
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error
      await clear(order)
      await reorderSet(client, order.medium, order.appleSet, order.ids)
    }
  }
}
