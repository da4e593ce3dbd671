import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {Client} from '../../../connect/client.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {ExpectedError} from '../../../core/expected-error.ts'
import type {Settled} from '../../../core/plan.ts'
import {vanished} from '../../../places/presence.ts'
import {CHANGE_NOTHING_ELSE} from '../../../transfer/judge.ts'
import {readIfThere} from '../../../transfer/requests.ts'
import {placeOf} from '../listing.ts'
import type {ActualAsset, ActualSet, DesiredListing, Medium} from '../listing.ts'
import type {UploadStep} from '../plan/detail.ts'

/** Somebody removed files from the store during this run. */
export class VanishedError extends ExpectedError {
  override readonly name = 'VanishedError'
  readonly code = 'ASSET_VANISHED'

  constructor(paths: readonly string[]) {
    super(
      `${paths.join(', ')} ${paths.length === 1 ? 'is' : 'are'} no longer in App Store Connect: somebody removed ${paths.length === 1 ? 'it' : 'them'} during this run.`,
      {remedy: CHANGE_NOTHING_ELSE},
    )
  }
}

/** Checks that the files that the run reports as in place are still in the store. */
export interface Presence {
  /** Apple has accepted the file of a step, so it is expected in the store from now on. */
  accepted(step: UploadStep, assetId: string): void
  /**
   * Compares the assets of a set with the expected ones. Lists lag, so each missing asset is requested by itself. No
   * request is sent if none is missing.
   */
  compare(place: string, medium: Medium, shown: readonly ActualAsset[]): Promise<void>
  /** Like `compare`, for every set of a locale and medium. */
  compareAll(locale: string, medium: Medium, sets: readonly ActualSet[]): Promise<void>
  /** @throws {VanishedError} if a file was missing when the set was last compared. */
  mustBeComplete(place: string): void
  /** Every file that was missing when its set was last compared. */
  lost(): readonly Diagnostic[]
}

export function createPresence(
  client: Client,
  desired: DesiredListing,
  settled: readonly Settled[],
): Presence {
  /** By place: Apple's id of the asset that holds each file, by its path. */
  const expected = new Map<string, Map<string, string>>()
  /** By place: paths. */
  const missing = new Map<string, readonly string[]>()
  const expect = (place: string, path: string, assetId: string) => {
    const files = expected.get(place) ?? new Map<string, string>()
    expected.set(place, files.set(path, assetId))
  }
  for (const {state, subject, resourceId} of settled) {
    const {place, file} = subject
    const isThere = state === 'unchanged' || state === 'undecided'
    if (isThere && place !== null && file !== null && resourceId !== null) {
      expect(place, file.path, resourceId)
    }
  }

  const isGone = async (medium: Medium, assetId: string): Promise<boolean> =>
    (await readIfThere(client, UPLOAD_RESOURCES[medium], assetId)) === null

  const compare: Presence['compare'] = async (place, medium, shown) => {
    const ids = new Set(shown.map(({id}) => id))
    const unseen = [...(expected.get(place) ?? [])].filter(([, assetId]) => !ids.has(assetId))
    const answers = await Promise.all(unseen.map(([, assetId]) => isGone(medium, assetId)))
    const gone = unseen.filter((_, index) => answers[index])
    missing.set(
      place,
      gone.map(([path]) => path),
    )
  }

  return {
    compare,
    async compareAll(locale, medium, sets) {
      const shown = new Map(sets.map(({type, assets}) => [placeOf(locale, type), assets]))
      const named = desired.sets.filter((set) => set.locale === locale && set.medium === medium)
      await Promise.all(named.map(({id}) => compare(id, medium, shown.get(id) ?? [])))
    },
    accepted({detail}, assetId) {
      expect(detail.set, detail.path, assetId)
    },
    mustBeComplete(place) {
      const gone = missing.get(place) ?? []
      if (gone.length > 0) throw new VanishedError(gone)
    },
    lost: () => [...missing.values()].flat().map(vanished),
  }
}
