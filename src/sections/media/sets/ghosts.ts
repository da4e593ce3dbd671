import type {Client} from '../../../connect/client.ts'
import {nameKey} from '../listing.ts'
import type {ActualAsset, Medium} from '../listing.ts'
import {failureOf} from '../../../core/explain.ts'
import type {Ledger} from './ledger.ts'
import {deleteAsset} from './writes.ts'

export interface SetOfAssets {
  /** Our own id of the set. */
  readonly set: string
  readonly medium: Medium
  readonly assets: readonly ActualAsset[]
}

/**
 * Makes the function that removes from a set the reservations of this run whose answers were lost.
 *
 * @returns how many there were.
 */
export function createRemoveGhosts({
  client,
  ledger,
  tell,
}: {
  readonly client: Client
  readonly ledger: Ledger
  readonly tell: (message: string) => void
}): (listed: SetOfAssets) => Promise<number> {
  return async ({set, medium, assets}) => {
    const suspects = ledger.suspects.get(set) ?? new Set()
    const ghosts = assets.filter(
      ({id, delivery, fileName}) =>
        delivery.state === 'open' && !ledger.known.has(id) && suspects.has(nameKey(fileName)),
    )
    for (const {id, fileName} of ghosts) {
      tell(`Removing a second reservation of ${fileName} in ${set}: its answer was lost.`)
      await deleteAsset(client, medium, id).catch((error: unknown) => {
        tell(
          `The second reservation of ${fileName} could not be removed; the next run does it. ${failureOf(error).message}`,
        )
      })
    }
    return ghosts.length
  }
}
