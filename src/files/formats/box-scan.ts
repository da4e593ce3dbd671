/** What a scan of the top-level boxes of an ISO-BMFF file (MP4, QuickTime) found. */
export interface BoxScan {
  /** The body of the `moov` box, or null if there is none or it is too large. */
  readonly movie: Buffer | null
  /** False if the file ends inside a box, or has something that is not a box. */
  readonly complete: boolean
}

// A preview's `moov` is some 100 KB; one with hours of samples is 10 MB.
const MAX_MOVIE_BOX_BYTES = 16 * 1024 * 1024
const MAX_BOXES = 100_000

/**
 * Scans the boxes of a file as a stream, and keeps only `moov`, wherever it is: ISO/IEC 14496-12, chapter 4.2.
 * Written by us because the well-known reader expands sample tables as the file declares them: one forged 32-bit
 * count costs it 2 GB and ten seconds.
 */
export function createBoxScan(): {
  readonly push: (piece: Buffer) => void
  readonly result: () => BoxScan
} {
  let header = Buffer.alloc(0)
  let bytesLeftInBox = 0
  let toEndOfFile = false
  let holding: Buffer[] | null = null
  let movie: Buffer | null = null
  let broken = false
  let boxes = 0

  function startBox(type: string, bodySize: number): void {
    boxes += 1
    if (boxes > MAX_BOXES) broken = true
    if (type === 'moov' && movie === null && bodySize <= MAX_MOVIE_BOX_BYTES) holding = []
    bytesLeftInBox = bodySize
  }

  function endBox(): void {
    if (holding !== null) movie = Buffer.concat(holding)
    holding = null
  }

  function readHeader(piece: Buffer): number {
    const wanted = header.length >= 8 && header.readUInt32BE(0) === 1 ? 16 : 8
    const part = piece.subarray(0, wanted - header.length)
    header = Buffer.concat([header, part])
    if (header.length < wanted) return part.length
    const declared = header.readUInt32BE(0)
    if (declared === 1 && wanted === 8) return part.length

    const size = wanted === 16 ? Number(header.readBigUInt64BE(8)) : declared
    const type = header.toString('latin1', 4, 8)
    header = Buffer.alloc(0)
    // Size 0 means until the end of the file. `moov` is never written like that, and not kept then.
    toEndOfFile = declared === 0
    if (toEndOfFile) startBox(type, Number.POSITIVE_INFINITY)
    else if (size < wanted) broken = true
    else startBox(type, size - wanted)
    if (bytesLeftInBox === 0) endBox()
    return part.length
  }

  function push(piece: Buffer): void {
    let at = 0
    while (at < piece.length && !broken) {
      if (bytesLeftInBox === 0) {
        at += readHeader(piece.subarray(at))
        continue
      }
      const part = piece.subarray(at, at + Math.min(bytesLeftInBox, piece.length - at))
      holding?.push(Buffer.from(part))
      bytesLeftInBox -= part.length
      at += part.length
      if (bytesLeftInBox === 0) endBox()
    }
  }

  function result(): BoxScan {
    const complete = !broken && header.length === 0 && (bytesLeftInBox === 0 || toEndOfFile)
    return {movie, complete}
  }

  return {push, result}
}
