import type {WantedFile} from '../../places/place.ts'
import {hasContent, holds, isLikely, lacksChecksum} from '../../transfer/stored-file.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import type {PackVersion, WantedPack} from './packs.ts'

/** How a pack of the folder compares with the versions in the store. */
export type PackMatch =
  | {
      /** `undecided`: Apple is still processing the version, or does not say enough to compare it. */
      readonly state: 'unchanged' | 'undecided'
      readonly version: PackVersion
      /** Whether only names and sizes were compared, because Apple shows no checksum. */
      readonly isGuess: boolean
    }
  | {
      readonly state: 'changed'
      /** What testers have now; null if no version is complete. */
      readonly current: PackVersion | null
      /** A version that an interrupted run began, to be completed; null if a new one is needed. */
      readonly resumed: PackVersion | null
      /** Unfinished versions that cannot be used. Apple has no way to delete them. */
      readonly stranded: readonly PackVersion[]
    }

type Likeness = 'same' | 'likely' | 'other'

/**
 * Compares a pack with its versions. The newest one with content decides; failed ones count as not there. As long as
 * Apple may still refuse it, an older one with the bytes of the pack leaves the pack undecided. Only versions that are
 * newer than it may be filled, because testers get the newest one.
 *
 * @param versions - The newest first.
 * @param waits - Whether the run waits until Apple has processed what it sends.
 */
export function matchPack(
  pack: WantedPack,
  versions: readonly PackVersion[],
  waits: boolean,
): PackMatch {
  const alive = versions.filter(({state}) => state !== 'failed')
  const filled = alive.filter(({state}) => state !== 'open')
  const latest = filled[0] ?? null
  for (const version of filled) {
    const likeness = compare(pack, version)
    if (likeness !== 'other') {
      const isProved =
        version.state === 'complete' || (likeness === 'same' && !isPending(version, waits))
      const state = version === latest && isProved ? 'unchanged' : 'undecided'
      return {state, version, isGuess: likeness === 'likely'}
    }
    if (version.state !== 'processing') break
  }
  const open = latest === null ? alive : alive.slice(0, alive.indexOf(latest))
  const resumed = open.find((version) => canTake(version, pack)) ?? null
  return {
    state: 'changed',
    current: latest,
    resumed,
    stranded: open.filter((version) => version !== resumed && !isEmpty(version)),
  }
}

function isPending({state}: PackVersion, waits: boolean): boolean {
  return state === 'processing' && waits
}

/** A version without a manifest of its own can be of an archive that was checked without one: the archive has it too. */
function compare({archive, manifest}: WantedPack, version: PackVersion): Likeness {
  const likenesses = [
    version.archive === null ? 'other' : likenessOf(archive, version.archive),
    ...(manifest === null || version.manifest === null
      ? []
      : [likenessOf(manifest, version.manifest)]),
  ]
  if (likenesses.includes('other')) return 'other'
  return likenesses.includes('likely') ? 'likely' : 'same'
}

function likenessOf(file: WantedFile, stored: StoredFile): Likeness {
  if (holds(stored, file)) return 'same'
  return lacksChecksum(stored) && isLikely(file, stored) ? 'likely' : 'other'
}

function isEmpty({archive, manifest}: PackVersion): boolean {
  return archive === null && manifest === null
}

/** Whether an open version has no place taken by anything but the files of the pack. */
function canTake({archive, manifest}: PackVersion, pack: WantedPack): boolean {
  const archiveFits = archive === null || (archive.resumable && isLikely(pack.archive, archive))
  return archiveFits && (manifest === null || fits(manifest, pack.manifest))
}

function fits(stored: StoredFile, manifest: WantedFile | null): boolean {
  if (manifest === null) return false
  return hasContent(stored)
    ? likenessOf(manifest, stored) !== 'other'
    : stored.resumable && isLikely(manifest, stored)
}
