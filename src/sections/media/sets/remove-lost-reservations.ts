import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import {explain} from '../../../core/explain.ts'
import type {LostReservations} from '../../../transfer/lost-reservations.ts'
import {deleteAsset} from '../../../transfer/requests.ts'
import {nameKey} from '../../../transfer/stored-file.ts'
import type {ActualAsset, Medium} from '../listing.ts'

export interface SetOfAssets {
  /** Our own name of the set. */
  readonly place: string
  readonly medium: Medium
  readonly assets: readonly ActualAsset[]
}

/**
 * Returns a function that removes from a set the reservations of this run whose answers were lost.
 *
 * The function returns how many it found.
 */
export function createRemoveLostReservations({
  client,
  lostReservations,
  tell,
}: {
  readonly client: Client
  readonly lostReservations: LostReservations
  readonly tell: (message: string) => void
}): (listed: SetOfAssets) => Promise<number> {
  return async ({place, medium, assets}) => {
    const reservations = assets.filter(
      ({id, delivery, fileName}) =>
        delivery.state === 'open' &&
        lostReservations.mayInclude(place, {id, nameKey: nameKey(fileName)}),
    )
    for (const {id, fileName} of reservations) {
      tell(`Removing a duplicate of ${fileName} in ${place}: the answer to a request was lost.`)
      await deleteAsset(client, UPLOAD_RESOURCES[medium], id).catch((error: unknown) => {
        tell(
          `Could not remove the duplicate of ${fileName}; the next run will. ${explain(error).what}`,
        )
      })
    }
    return reservations.length
  }
}
