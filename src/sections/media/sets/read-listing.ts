import {setTimeout as delay} from 'node:timers/promises'

import {SET_RESOURCES} from '../../../apple/set-resources.ts'
import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import {nextPause} from '../../../core/next-pause.ts'
import type {Progress} from '../../../core/progress.ts'
import type {Localization} from '../../../core/target.ts'
import {readReservation} from '../../../transfer/requests.ts'
import {isUsable} from '../../../transfer/reservation.ts'
import {nameKey} from '../listing.ts'
import type {
  ActualAsset,
  ActualLocalization,
  ActualSet,
  DesiredFile,
  DesiredListing,
  Medium,
} from '../listing.ts'
import {readSets} from './read-sets.ts'

/** How long to wait for assets that cannot be compared yet, in milliseconds. */
export interface LongestWaits {
  /** For assets that Apple is still processing. */
  readonly processing: number
  /** For complete assets, and those with an unknown state, that show no checksum yet. */
  readonly checksum: number
}

interface ReadingOptions {
  readonly client: Client
  readonly longest: LongestWaits
  readonly signal: AbortSignal
  readonly processing: Progress['processing']
}

/**
 * Reads the sets that the folder has too, with one request for each locale and medium that has any, and waits until
 * their assets can be compared.
 */
export async function readListing(
  localizations: readonly Localization[],
  desired: DesiredListing,
  options: ReadingOptions,
): Promise<readonly ActualLocalization[]> {
  return Promise.all(
    localizations.map(async ({id, locale, sets: existing}) => {
      const sets = await Promise.all(
        (['screenshot', 'preview'] as const).map((medium) => {
          const types = existing[SET_RESOURCES[medium].type] ?? []
          const wanted = new Map(
            desired.sets
              .filter((set) => set.locale === locale && set.medium === medium)
              .filter(({type}) => types.includes(type))
              .map((set) => [set.type, set.files] as const),
          )
          return wanted.size === 0
            ? Promise.resolve([])
            : readComparableSets(id, medium, wanted, options)
        }),
      )
      return {id, locale, sets: sets.flat()}
    }),
  )
}

/** @param wanted - The files of each set, by type. Other sets are left out. */
async function readComparableSets(
  localizationId: string,
  medium: Medium,
  wanted: ReadonlyMap<string, readonly DesiredFile[]>,
  {client, longest, signal, processing}: ReadingOptions,
): Promise<readonly ActualSet[]> {
  const start = performance.now()
  for (;;) {
    const all = await readSets(client, localizationId, medium)
    const sets = all.filter((set) => wanted.has(set.type))
    const unsettled = sets.flatMap((set) =>
      set.assets.filter((asset) => isWorthWaitingFor(asset, wanted.get(set.type) ?? [])),
    )
    const waits = unsettled.map(({delivery}) =>
      delivery.state === 'processing' ? longest.processing : longest.checksum,
    )
    const waited = performance.now() - start
    const left = waits.reduce((one, other) => Math.max(one, other), 0) - waited
    if (left <= 0) return markResumable(client, medium, sets, wanted)

    using _ = processing(unsettled.map(({fileName}) => fileName))
    await delay(Math.min(nextPause(waited), left), undefined, {signal})
  }
}

/** Whether waiting can change the comparison: only if the asset may have the bytes of one of the files. */
function isWorthWaitingFor(asset: ActualAsset, files: readonly DesiredFile[]): boolean {
  const {state} = asset.delivery
  const lacksChecksum = asset.md5 === null && (state === 'complete' || state === 'unknown')
  return (
    (state === 'processing' || lacksChecksum) &&
    files.some((file) => file.content.size === asset.fileSize)
  )
}

/** Reads each reservation with the name and size of a file by itself: only that shows its upload operations. */
async function markResumable(
  client: Client,
  medium: Medium,
  sets: readonly ActualSet[],
  wanted: ReadonlyMap<string, readonly DesiredFile[]>,
): Promise<readonly ActualSet[]> {
  const mark = async (asset: ActualAsset, files: readonly DesiredFile[]) => {
    const isCandidate =
      asset.delivery.state === 'open' &&
      files.some(
        ({name, content}) =>
          content.size === asset.fileSize && nameKey(name) === nameKey(asset.fileName),
      )
    if (!isCandidate) return asset
    const {attributes} = await readReservation(client, UPLOAD_RESOURCES[medium], asset.id)
    const parts = {size: asset.fileSize, allowLocal: client.isLocal}
    return {...asset, resumable: isUsable(attributes?.uploadOperations, parts)}
  }
  return Promise.all(
    sets.map(async (set) => ({
      ...set,
      assets: await Promise.all(set.assets.map((asset) => mark(asset, wanted.get(set.type) ?? []))),
    })),
  )
}
