import type {Client} from '../../../connect/client.ts'
import {ApiError} from '../../../connect/errors.ts'
import {setId} from '../listing.ts'
import type {ActualAsset, ActualSet, DesiredListing, Medium} from '../listing.ts'
import type {Plan, PlannedFile, UploadStep} from '../../../core/plan.ts'
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
  /**
   * Compares what a read shows of a set with what should be there. Lists lag, so what they lack is asked for by itself:
   * requests are only sent if something is missing.
   */
  look(set: string, medium: Medium, shown: readonly ActualAsset[]): Promise<void>
  /** As `look`, for every set of a locale and medium. */
  lookAtAll(locale: string, medium: Medium, sets: readonly ActualSet[]): Promise<void>
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

  const look: Presence['look'] = async (set, medium, shown) => {
    const ids = new Set(shown.map(({id}) => id))
    const files = [...(expected.get(set)?.values() ?? [])]
    const unseen = files.filter(({assetId}) => !ids.has(assetId))
    const answers = await Promise.all(unseen.map((file) => isGone(medium, file)))
    missing.set(
      set,
      unseen.filter((_, index) => answers[index]),
    )
  }

  return {
    look,
    async lookAtAll(locale, medium, sets) {
      const shown = new Map(sets.map(({type, assets}) => [setId(locale, type), assets]))
      const named = desired.sets.filter((set) => set.locale === locale && set.medium === medium)
      await Promise.all(named.map(({id}) => look(id, medium, shown.get(id) ?? [])))
    },
    accepted({locale, type, fileName, path}, assetId) {
      expect({locale, type, fileName, path, assetId})
    },
    mustBeWhole(set) {
      const gone = missing.get(set) ?? []
      if (gone.length > 0) throw new VanishedError(gone)
    },
    gone: () => [...missing.values()].flat(),
  }
}
