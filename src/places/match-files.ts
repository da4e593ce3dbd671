import {hasContent, haveSameName, holds, isLikely, mayStillMatch} from '../transfer/stored-file.ts'
import type {StoredFile} from '../transfer/stored-file.ts'
import type {Place, WantedFile} from './place.ts'

type Pairs = ReadonlyMap<WantedFile, StoredFile>

/** The result of matching the files of a folder and of a place. */
export interface FileMatch {
  /** Files that the store has, with the record that has their bytes. */
  readonly matched: Pairs
  /** Files that Apple may be processing: name and size match, but there is no checksum to prove it. */
  readonly undecided: Pairs
  /** Files with an open reservation from an interrupted run that can still be filled. */
  readonly resumed: Pairs
  /** Records without content in the way of a file: failed, or reserved and not usable. */
  readonly dead: readonly StoredFile[]
  /** What a file replaces: in a place for one, whatever is there; else what has its name. */
  readonly superseded: readonly StoredFile[]
  /** Records without a matching file whose state App Store Connect does not report. Never deleted. */
  readonly unknown: readonly StoredFile[]
  /** Everything else without a matching file. */
  readonly extras: readonly StoredFile[]
}

/**
 * Pairs files and records one to one: first by checksum, then by name and size if Apple has not finished. A record may
 * have another name than its file, but not that of another file.
 */
export function matchFiles({
  files,
  stored,
  holds: capacity,
}: Pick<Place, 'files' | 'stored' | 'holds'>): FileMatch {
  const free = new Set(stored)
  const paired = new Set<WantedFile>()
  const pair = (accept: (file: WantedFile, record: StoredFile) => boolean) => {
    const pairs = new Map<WantedFile, StoredFile>()
    for (const file of files) {
      const record = paired.has(file) ? undefined : [...free].find((each) => accept(file, each))
      if (record === undefined) continue
      pairs.set(file, record)
      paired.add(file)
      free.delete(record)
    }
    return pairs
  }
  const sameName = pair((file, record) => holds(record, file) && haveSameName(file, record))
  // What has the name of another file would be taken for that one.
  const hasNameOfFile = (record: StoredFile) => files.some((file) => haveSameName(file, record))
  const otherName = pair((file, record) => holds(record, file) && !hasNameOfFile(record))
  const undecided = pair((file, record) => mayStillMatch(record) && isLikely(file, record))
  const resumed = pair((file, record) => record.resumable && isLikely(file, record))

  const kindOf = (record: StoredFile): 'unknown' | 'dead' | 'superseded' | 'extra' => {
    if (record.delivery.state === 'unknown') return 'unknown'
    const isInTheWay = capacity === 'one' || hasNameOfFile(record)
    if (!isInTheWay) return 'extra'
    return hasContent(record) ? 'superseded' : 'dead'
  }
  const left = Map.groupBy(free, kindOf)
  return {
    matched: new Map([...sameName, ...otherName]),
    undecided,
    resumed,
    dead: left.get('dead') ?? [],
    superseded: left.get('superseded') ?? [],
    unknown: left.get('unknown') ?? [],
    extras: left.get('extra') ?? [],
  }
}
