import {SET_RESOURCES} from '../../../apple/set-resources.ts'
import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import type {Localization} from '../../../core/target.ts'
import {isWorthWaitingFor, readComparable, withResumable} from '../../../transfer/comparable.ts'
import type {WaitOptions} from '../../../transfer/comparable.ts'
import type {
  ActualLocalization,
  ActualSet,
  DesiredFile,
  DesiredListing,
  Medium,
} from '../listing.ts'
import {readSets} from './read-sets.ts'

interface ReadingOptions extends WaitOptions {
  readonly client: Client
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
  {client, ...options}: ReadingOptions,
): Promise<readonly ActualSet[]> {
  const filesOf = ({type}: ActualSet) => wanted.get(type) ?? []
  const read = async () => {
    const all = await readSets(client, localizationId, medium)
    return all.filter((set) => wanted.has(set.type))
  }
  const waitingFor = (sets: readonly ActualSet[]) =>
    sets.flatMap((set) => set.assets.filter((asset) => isWorthWaitingFor(asset, filesOf(set))))
  const sets = await readComparable(read, waitingFor, options)
  return Promise.all(
    sets.map(async (set) => ({
      ...set,
      assets: await Promise.all(
        set.assets.map((asset) =>
          withResumable(client, UPLOAD_RESOURCES[medium], asset, filesOf(set)),
        ),
      ),
    })),
  )
}
