import {
  hasContent,
  haveSameName,
  holds,
  isLikely,
  mayStillMatch,
} from '../../../transfer/stored-file.ts'
import type {ActualAsset, DesiredFile} from '../listing.ts'

type Pairs = ReadonlyMap<DesiredFile, ActualAsset>

/** The result of matching the files and the assets of one set. */
export interface SetMatch {
  /** Files that the store has, with the asset that has their bytes. */
  readonly matched: Pairs
  /** Files that Apple may be processing: name and size match, but there is no checksum to prove it. */
  readonly undecided: Pairs
  /** Files with an open reservation from an interrupted run that can still be filled. */
  readonly resumed: Pairs
  /** Records without content that have a file's name: failed, or reserved and not usable. */
  readonly dead: readonly ActualAsset[]
  /** Assets that a file of the same name replaces; see {@link isSuperseded}. */
  readonly superseded: readonly ActualAsset[]
  /** Assets without a matching file whose state App Store Connect does not report. Never deleted. */
  readonly unknown: readonly ActualAsset[]
  /** All other assets without a matching file. */
  readonly extras: readonly ActualAsset[]
}

/**
 * Pairs the files of a set with its assets, one to one: first by checksum, then by name and size if Apple has not
 * finished. Both lists are in the order of the store.
 */
export function matchSet(files: readonly DesiredFile[], assets: readonly ActualAsset[]): SetMatch {
  const free = new Set(assets)
  const paired = new Set<DesiredFile>()
  const pair = (accept: (file: DesiredFile, asset: ActualAsset) => boolean) => {
    const pairs = new Map<DesiredFile, ActualAsset>()
    for (const file of files) {
      if (paired.has(file)) continue
      const asset = [...free].find((candidate) => accept(file, candidate))
      if (asset === undefined) continue
      pairs.set(file, asset)
      paired.add(file)
      free.delete(asset)
    }
    return pairs
  }

  // Of equal assets, one with another file's name may be replaced by that file, so it is paired last.
  const hasNameOfFile = (asset: ActualAsset) => files.some((file) => haveSameName(file, asset))
  const sameName = pair((file, asset) => holds(asset, file) && haveSameName(file, asset))
  const missing = withoutHolder(
    files.filter((file) => !paired.has(file)),
    [...free],
  )
  const isOutdated = (asset: ActualAsset) =>
    missing.some((file) => willReplace(file, asset, assets)) || hasSuccessor(asset, files, assets)
  const matched = [
    sameName,
    pair((file, asset) => holds(asset, file) && !hasNameOfFile(asset)),
    pair((file, asset) => holds(asset, file) && !isOutdated(asset)),
    pair((file, asset) => holds(asset, file)),
  ]
  const undecided = pair((file, asset) => mayStillMatch(asset) && isLikely(file, asset))
  const resumed = pair((file, asset) => asset.resumable && isLikely(file, asset))

  const pairedAssets = [...matched, undecided, resumed].flatMap((pairs) => [...pairs.values()])
  const kindOf = (asset: ActualAsset): 'unknown' | 'dead' | 'superseded' | 'extra' => {
    if (asset.delivery.state === 'unknown') return 'unknown'
    const file = files.find((each) => haveSameName(each, asset))
    if (file === undefined) return 'extra'
    if (!hasContent(asset)) return 'dead'
    if (!paired.has(file)) return 'superseded'
    return isSuperseded(asset, file, pairedAssets, assets) ? 'superseded' : 'extra'
  }
  const left = Map.groupBy(free, kindOf)
  return {
    matched: byPosition(new Map(matched.flatMap((pairs) => [...pairs])), files, assets),
    undecided,
    resumed,
    dead: left.get('dead') ?? [],
    superseded: left.get('superseded') ?? [],
    unknown: left.get('unknown') ?? [],
    extras: left.get('extra') ?? [],
  }
}

/**
 * Whether an asset with a file's name was replaced by an upload of that file. Apple appends uploads, so it is an
 * asset before one with the file's name and bytes, finished or not. Any other asset with the name of a file that the
 * store has was added or renamed by somebody, and no upload replaces it. The exception is a second copy of the file's
 * own bytes under its own name, which is not needed.
 *
 * @param pairedAssets - All assets that are paired with a file.
 * @param assets - In the order of the store.
 */
function isSuperseded(
  asset: ActualAsset,
  file: DesiredFile,
  pairedAssets: readonly ActualAsset[],
  assets: readonly ActualAsset[],
): boolean {
  if (asset.md5 === file.content.md5) return true
  const successors = pairedAssets.filter(
    (each) => haveSameName(file, each) && (each.md5 ?? file.content.md5) === file.content.md5,
  )
  return successors.some((each) => assets.indexOf(asset) < assets.indexOf(each))
}

/** The files that will be sent because there are too few assets with their bytes. Of equal files, the last ones. */
function withoutHolder(
  files: readonly DesiredFile[],
  assets: readonly ActualAsset[],
): readonly DesiredFile[] {
  const equal = Map.groupBy(files, ({content}) => content.md5)
  return [...equal.values()].flatMap((same) =>
    same.slice(assets.filter((asset) => same[0] && holds(asset, same[0])).length),
  )
}

/**
 * Whether an asset with the file's name counts as replaced once the file is sent: always if that makes a new asset,
 * which Apple appends. One that is there already, unfinished, only replaces what comes before it.
 */
function willReplace(
  file: DesiredFile,
  asset: ActualAsset,
  assets: readonly ActualAsset[],
): boolean {
  const likely = assets.filter((each) => isLikely(file, each))
  const unfinished = likely.find(mayStillMatch) ?? likely.find(({resumable}) => resumable)
  if (!haveSameName(file, asset)) return false
  return unfinished === undefined || assets.indexOf(asset) < assets.indexOf(unfinished)
}

/** Whether an asset with the name and bytes of the file comes after it. */
function hasSuccessor(
  asset: ActualAsset,
  files: readonly DesiredFile[],
  assets: readonly ActualAsset[],
): boolean {
  const file = files.find((each) => haveSameName(each, asset))
  const later = assets.slice(assets.indexOf(asset) + 1)
  return file !== undefined && later.some((each) => haveSameName(file, each) && holds(each, file))
}

/** Pairs equal files with equal assets in their order, whatever their names, so that no reordering is needed. */
function byPosition(
  pairs: Pairs,
  files: readonly DesiredFile[],
  assets: readonly ActualAsset[],
): Pairs {
  const chosen = new Set(pairs.values())
  const equal = Map.groupBy(
    assets.filter((asset) => chosen.has(asset)),
    ({md5}) => md5,
  )
  const inOrder = new Map<DesiredFile, ActualAsset>()
  for (const file of files.filter((each) => pairs.has(each))) {
    const asset = equal.get(file.content.md5)?.shift()
    if (asset !== undefined) inOrder.set(file, asset)
  }
  return inOrder
}
