import {setTimeout as delay} from 'node:timers/promises'

import type {Client} from '../../../connect/client.ts'
import {nameKey} from '../listing.ts'
import type {
  ActualAsset,
  ActualLocalization,
  ActualSet,
  DesiredFile,
  DesiredListing,
  Medium,
} from '../listing.ts'
import type {Localization} from '../../version/localizations.ts'
import {nextPause} from '../../../core/next-pause.ts'
import {readSets} from './read-sets.ts'
import {isUsable} from '../../../transfer/reservation.ts'
import {readReservation} from './writes.ts'

/** How long reading waits for what is not settled yet, in milliseconds. */
export interface Patience {
  /** For assets that Apple is still processing. */
  readonly processing: number
  /** For assets that are complete, or of which App Store Connect does not tell the state, and that show no checksum yet. */
  readonly checksum: number
}

interface Surroundings {
  readonly client: Client
  readonly patience: Patience
  readonly signal: AbortSignal
  /** Says what is waited for. */
  readonly tell: (message: string) => void
}

/**
 * Reads the sets that the folder names, one request for each locale and medium that has any of them, and waits until
 * what is read can be compared.
 */
export async function readListing(
  localizations: readonly Localization[],
  desired: DesiredListing,
  surroundings: Surroundings,
): Promise<readonly ActualLocalization[]> {
  return Promise.all(
    localizations.map(async ({id, locale, types}) => {
      const sets = await Promise.all(
        (['screenshot', 'preview'] as const).map((medium) => {
          const wanted = new Map(
            desired.sets
              .filter((set) => set.locale === locale && set.medium === medium)
              .filter((set) => types[medium].includes(set.type))
              .map((set) => [set.type, set.files] as const),
          )
          return wanted.size === 0
            ? Promise.resolve([])
            : readSettledSets(id, medium, wanted, surroundings)
        }),
      )
      return {id, locale, sets: sets.flat()}
    }),
  )
}

/** @param wanted - The files of each set, by type; other sets are left out. */
async function readSettledSets(
  localizationId: string,
  medium: Medium,
  wanted: ReadonlyMap<string, readonly DesiredFile[]>,
  {client, patience, signal, tell}: Surroundings,
): Promise<readonly ActualSet[]> {
  const start = performance.now()
  for (;;) {
    const all = await readSets(client, localizationId, medium)
    const sets = all.filter((set) => wanted.has(set.type))
    const waits = sets.flatMap((set) =>
      set.assets
        .filter((asset) => maySettle(asset, wanted.get(set.type) ?? []))
        .map((asset) =>
          asset.delivery.state === 'processing' ? patience.processing : patience.checksum,
        ),
    )
    const waited = performance.now() - start
    const left = waits.reduce((one, other) => Math.max(one, other), 0) - waited
    if (left <= 0) return markResumable(client, medium, sets, wanted)

    tell(`${waits.length} assets are not settled yet on Apple's side; looking again.`)
    await delay(Math.min(nextPause(waited), left), undefined, {signal})
  }
}

/** Whether waiting can change how the asset compares: only if it may hold the bytes of one of the files. */
function maySettle(asset: ActualAsset, files: readonly DesiredFile[]): boolean {
  const {state} = asset.delivery
  const lacksChecksum = asset.md5 === null && (state === 'complete' || state === 'unknown')
  return (
    (state === 'processing' || lacksChecksum) &&
    files.some((file) => file.content.size === asset.fileSize)
  )
}

/** A reservation with the name and size of a file is read again by itself: only that shows its operations. */
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
    const {attributes} = await readReservation(client, medium, asset.id)
    const options = {size: asset.fileSize, mayStayLocal: client.isLocal}
    return {...asset, resumable: isUsable(attributes?.uploadOperations, options)}
  }
  return Promise.all(
    sets.map(async (set) => ({
      ...set,
      assets: await Promise.all(set.assets.map((asset) => mark(asset, wanted.get(set.type) ?? []))),
    })),
  )
}
