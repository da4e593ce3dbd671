import type {Client} from '../../connect/client.ts'
import {ApiError} from '../../connect/errors.ts'
import {setId} from '../../model/listing.ts'
import type {ActualAsset, DesiredListing, Medium} from '../../model/listing.ts'
import type {Plan, PlannedFile, UploadStep} from '../../model/plan.ts'
import {readReservation} from './writes.ts'

/** Files that were in the store during this run, and that somebody has removed. */
export class VanishedError extends Error {
  override readonly name = 'VanishedError'
  readonly code = 'ASSET_VANISHED'

  constructor(files: readonly Pick<PlannedFile, 'path'>[]) {
    const paths = files.map(({path}) => path).join(', ')
    super(
      `${paths} ${files.length === 1 ? 'is' : 'are'} no longer in App Store Connect: somebody removed ${files.length === 1 ? 'it' : 'them'} during this run.`,
    )
  }
}

/** What the verdict of a run will say is in the store, held against what the store shows. */
export interface Presence {
  /** Apple has accepted the file of a step, so it belongs to what is there. */
  accepted(step: UploadStep, assetId: string): void
  /** The sets of a locale and medium that should hold a file, by our own id. */
  setsOf(locale: string, medium: Medium): readonly string[]
  /**
   * Compares what a read shows of a set with what should be there. Lists lag, so what they lack is asked for by itself:
   * requests are only sent if something is missing.
   *
   * @returns the files that are gone; `gone` has them too until the next look at the set.
   */
  look(set: string, medium: Medium, shown: readonly ActualAsset[]): Promise<readonly PlannedFile[]>
  /** @throws {VanishedError} if the last look at the set has missed a file. */
  mustBeWhole(set: string): void
  /** Every file that the last look at its set has missed. */
  gone(): readonly PlannedFile[]
}

export function createPresence(
  client: Client,
  desired: DesiredListing,
  {unchanged, undecided}: Pick<Plan, 'unchanged' | 'undecided'>,
): Presence {
  const expected = new Map<string, Map<string, PlannedFile>>()
  const missing = new Map<string, readonly PlannedFile[]>()
  const expect = (file: PlannedFile) => {
    const set = setId(file.locale, file.type)
    const files = expected.get(set) ?? new Map<string, PlannedFile>()
    expected.set(set, files.set(file.path, file))
  }
  for (const file of [...unchanged, ...undecided]) expect(file)

  const isGone = async (medium: Medium, {assetId}: PlannedFile): Promise<boolean> => {
    try {
      await readReservation(client, medium, assetId)
      return false
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return true
      throw error
    }
  }

  return {
    accepted({locale, type, fileName, path}, assetId) {
      expect({locale, type, fileName, path, assetId})
    },
    setsOf: (locale, medium) =>
      desired.sets
        .filter((set) => set.locale === locale && set.medium === medium && expected.has(set.id))
        .map(({id}) => id),
    async look(set, medium, shown) {
      const ids = new Set(shown.map(({id}) => id))
      const unseen = [...(expected.get(set)?.values() ?? [])].filter(
        ({assetId}) => !ids.has(assetId),
      )
      const answers = await Promise.all(unseen.map((file) => isGone(medium, file)))
      const gone = unseen.filter((_, index) => answers[index])
      missing.set(set, gone)
      return gone
    },
    mustBeWhole(set) {
      const gone = missing.get(set) ?? []
      if (gone.length > 0) throw new VanishedError(gone)
    },
    gone: () => [...missing.values()].flat(),
  }
}
