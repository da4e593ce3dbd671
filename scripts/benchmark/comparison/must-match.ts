import {setTimeout as pause} from 'node:timers/promises'

import type {ListedAsset, StoreListing} from '../../../simulator/store/listing.ts'
import type {BenchmarkStore} from '../start-store.ts'
import type {FolderSet} from './folder.ts'

/**
 * Compares the store with the folder, so that no client is measured that did not do the work. Waits until the store
 * has processed its files.
 *
 * @param folder - Everything that the store should have.
 * @throws if a set has other files, another order, or a file that is not COMPLETE.
 */
export async function mustMatch(
  store: Pick<BenchmarkStore, 'listing'>,
  folder: readonly FolderSet[],
): Promise<void> {
  const stored = setsOf(await settledListing(store))
  const wanted = new Map(
    folder.map(({locale, type, files}) => [
      `${locale}/${type}`,
      files.map(({fileName, md5}) => factsOf({fileName, md5, state: 'COMPLETE'})).join(),
    ]),
  )
  for (const name of new Set([...wanted.keys(), ...stored.keys()])) {
    if (stored.get(name) !== wanted.get(name)) {
      throw new Error(`The store has other files in ${name} than the folder.`)
    }
  }
}

async function settledListing(store: Pick<BenchmarkStore, 'listing'>): Promise<StoreListing> {
  for (;;) {
    const listing = await store.listing()
    const isProcessing = Object.values(listing)
      .flatMap((types) => Object.values(types).flat())
      .some(({state}) => state === 'UPLOAD_COMPLETE' || state === 'PROCESSING')
    if (!isProcessing) return listing
    await pause(100)
  }
}

/** By locale and type; sets without files are left out. */
function setsOf(listing: StoreListing): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(listing).flatMap(([locale, types]) =>
      Object.entries(types)
        .filter(([, assets]) => assets.length > 0)
        .map(([type, assets]) => [`${locale}/${type}`, assets.map(factsOf).join()] as const),
    ),
  )
}

function factsOf({fileName, md5, state}: Pick<ListedAsset, 'fileName' | 'md5' | 'state'>): string {
  return `${fileName} ${md5} ${state}`
}
