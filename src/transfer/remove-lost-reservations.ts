import type {UploadResource} from '../apple/upload-resources.ts'
import type {LostReservations} from './lost-reservations.ts'
import {removeAsset} from './remove-asset.ts'
import type {RemovalOptions} from './remove-asset.ts'
import {nameKey} from './stored-file.ts'
import type {StoredFile} from './stored-file.ts'

/** Everything in one place of the store. */
export interface ListedFiles {
  /** Our own name of the place. */
  readonly place: string
  readonly resource: UploadResource
  readonly files: readonly StoredFile[]
}

/**
 * Removes from a place the reservations of this run whose answers were lost, and which show up late.
 *
 * @returns how many it found. What Apple does not let be deleted stays, and does not count.
 */
export async function removeLostReservations(
  {lostReservations, ...options}: RemovalOptions & {readonly lostReservations: LostReservations},
  {place, resource, files}: ListedFiles,
): Promise<number> {
  if (!resource.isDeletable) return 0
  const lost = files.filter(
    ({id, delivery, fileName}) =>
      delivery.state === 'open' &&
      lostReservations.mayInclude(place, {id, nameKey: nameKey(fileName)}),
  )
  for (const {id, fileName} of lost) {
    options.tell(
      `Removing a duplicate of ${fileName} in ${place}: the answer to a request was lost.`,
    )
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    await removeAsset(options, {resource, id, what: `the duplicate of ${fileName}`})
  }
  return lost.length
}
