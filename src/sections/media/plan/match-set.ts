import {nameKey} from '../listing.ts'
import type {ActualAsset, DesiredFile} from '../listing.ts'

type Pairs = ReadonlyMap<DesiredFile, ActualAsset>

/** What became of each file and each asset of one set when the two were held against each other. */
export interface SetMatch {
  /** Files that the store has, with the asset that holds their bytes. */
  readonly matched: Pairs
  /** Files that Apple may be processing: name and size are right, but without a checksum nothing proves it. */
  readonly undecided: Pairs
  /** Files whose reservation an interrupted run left open, and that can still be filled. */
  readonly resumed: Pairs
  /** Records without content that carry a file's name: failed, or reserved and not usable. */
  readonly dead: readonly ActualAsset[]
  /** Assets whose place a file of their name takes; see {@link isSuperseded}. */
  readonly superseded: readonly ActualAsset[]
  /** Assets without a matching file of which App Store Connect does not say what they hold: never deleted. */
  readonly unknown: readonly ActualAsset[]
  /** All other assets without a matching file. */
  readonly extras: readonly ActualAsset[]
}

/**
 * Pairs the files of a set with its assets, one to one, by the rules of DESIGN.md: first by checksum,
 * then by name and size for what is not finished. The order of both lists is the order in the store.
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

  // Of equal assets, what bears another file's name may be replaced by that file, so it is taken last.
  const bearsName = (asset: ActualAsset) => files.some((file) => haveSameName(file, asset))
  const namesakes = pair((file, asset) => holds(asset, file) && haveSameName(file, asset))
  const missing = withoutHolder(
    files.filter((file) => !paired.has(file)),
    [...free],
  )
  const isOutdated = (asset: ActualAsset) =>
    missing.some((file) => haveSameName(file, asset)) || hasSuccessor(asset, files, assets)
  const matched = [
    namesakes,
    pair((file, asset) => holds(asset, file) && !bearsName(asset)),
    pair((file, asset) => holds(asset, file) && !isOutdated(asset)),
    pair((file, asset) => holds(asset, file)),
  ]
  const undecided = pair((file, asset) => mayBecomeSure(asset) && mayBe(file, asset))
  const resumed = pair((file, asset) => asset.resumable && mayBe(file, asset))

  const bearers = [...matched, undecided, resumed].flatMap((pairs) => [...pairs.values()])
  const kindOf = (asset: ActualAsset): 'unknown' | 'dead' | 'superseded' | 'extra' => {
    if (asset.delivery.state === 'unknown') return 'unknown'
    const file = files.find((each) => haveSameName(each, asset))
    if (file === undefined) return 'extra'
    if (!hasContent(asset)) return 'dead'
    if (!paired.has(file)) return 'superseded'
    return isSuperseded(asset, file, bearers, assets) ? 'superseded' : 'extra'
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
 * Whether an asset with a file's name was replaced by an upload of that file. Apple appends what is uploaded, so this
 * is an asset that stands before one of the file's name and bytes, finished or not. Anything else under the name of a
 * file that the store has was added or renamed by somebody, and no upload takes its place. Only the file's own picture
 * under the file's own name is not needed twice.
 *
 * @param bearers - All assets that are paired with a file.
 * @param assets - In the order of the store.
 */
function isSuperseded(
  asset: ActualAsset,
  file: DesiredFile,
  bearers: readonly ActualAsset[],
  assets: readonly ActualAsset[],
): boolean {
  if (asset.md5 === file.content.md5) return true
  const successors = bearers.filter(
    (each) => haveSameName(file, each) && (each.md5 ?? file.content.md5) === file.content.md5,
  )
  return successors.some((each) => assets.indexOf(asset) < assets.indexOf(each))
}

/** The files for whose bytes there are too few assets, the last ones in their order: they will be sent. */
function withoutHolder(
  files: readonly DesiredFile[],
  assets: readonly ActualAsset[],
): readonly DesiredFile[] {
  const equal = Map.groupBy(files, ({content}) => content.md5)
  return [...equal.values()].flatMap((same) =>
    same.slice(assets.filter((asset) => same[0] && holds(asset, same[0])).length),
  )
}

/** Whether the file of the asset's name has come after it. */
function hasSuccessor(
  asset: ActualAsset,
  files: readonly DesiredFile[],
  assets: readonly ActualAsset[],
): boolean {
  const file = files.find((each) => haveSameName(each, asset))
  const later = assets.slice(assets.indexOf(asset) + 1)
  return file !== undefined && later.some((each) => haveSameName(file, each) && holds(each, file))
}

/** Pairs equal files with equal assets in their order, whichever of them were chosen by name: no order has to change. */
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

/** Whether Apple surely has bytes behind the record, so that the store shows or will show it. */
export function hasContent(asset: ActualAsset): boolean {
  return asset.delivery.state === 'complete' || asset.delivery.state === 'processing'
}

/** Apple shows a checksum only of bytes that were sent, so it counts even where no state is told. */
function holds(asset: ActualAsset, file: DesiredFile): boolean {
  const mayHold = hasContent(asset) || asset.delivery.state === 'unknown'
  return mayHold && asset.md5 === file.content.md5
}

function mayBecomeSure({delivery, md5}: ActualAsset): boolean {
  return md5 === null && (delivery.state === 'processing' || delivery.state === 'unknown')
}

function mayBe(file: DesiredFile, asset: ActualAsset): boolean {
  return haveSameName(file, asset) && asset.fileSize === file.content.size
}

function haveSameName(file: DesiredFile, asset: ActualAsset): boolean {
  return nameKey(asset.fileName) === nameKey(file.name)
}
