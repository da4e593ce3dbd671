import {nameKey} from '../model/listing.ts'
import type {ActualAsset, DesiredFile} from '../model/listing.ts'

/** What became of each file and each asset of one set when the two were held against each other. */
export interface SetMatch {
  /** Files that the store has, with the asset that holds their bytes. */
  readonly matched: ReadonlyMap<DesiredFile, ActualAsset>
  /** Files that Apple seems to be processing, though without a checksum nothing proves it. */
  readonly undecided: ReadonlyMap<DesiredFile, ActualAsset>
  /** Files whose reservation an interrupted run left open, and that can still be filled. */
  readonly resumed: ReadonlyMap<DesiredFile, ActualAsset>
  /** Records without content that carry a file's name: failed, or reserved and not usable. */
  readonly dead: readonly ActualAsset[]
  /** Assets that carry a file's name but other bytes. */
  readonly superseded: readonly ActualAsset[]
  /** Assets that no file stands for. */
  readonly extras: readonly ActualAsset[]
}

/**
 * Pairs the files of a set with its assets, one to one, by the rules of DESIGN.md: first by checksum,
 * then by name and size for what is not finished. The order of both lists is the order in the store.
 */
export function matchSet(files: readonly DesiredFile[], assets: readonly ActualAsset[]): SetMatch {
  const free = new Set(assets)
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
  const paired = new Set<DesiredFile>()

  const matched = pair((file, asset) => asset.md5 === file.content.md5 && hasContent(asset))
  const undecided = pair(
    (file, asset) =>
      asset.delivery.state === 'processing' && asset.md5 === null && mayBe(file, asset),
  )
  const resumed = pair((file, asset) => asset.resumable && mayBe(file, asset))

  const names = new Set(files.map((file) => nameKey(file.name)))
  const named = [...free].filter((asset) => names.has(nameKey(asset.fileName)))
  return {
    matched,
    undecided,
    resumed,
    dead: named.filter((asset) => !hasContent(asset)),
    superseded: named.filter((asset) => hasContent(asset)),
    extras: [...free].filter((asset) => !names.has(nameKey(asset.fileName))),
  }
}

/** Whether there are bytes behind the record, so that the store shows or will show it. */
export function hasContent(asset: ActualAsset): boolean {
  return asset.delivery.state === 'complete' || asset.delivery.state === 'processing'
}

function mayBe(file: DesiredFile, asset: ActualAsset): boolean {
  return nameKey(asset.fileName) === nameKey(file.name) && asset.fileSize === file.content.size
}
