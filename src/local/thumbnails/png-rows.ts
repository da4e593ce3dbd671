import {createInflate} from 'node:zlib'

/** The beginning of a PNG: what its pixels look like. */
export interface PngHeader {
  readonly width: number
  readonly height: number
  /** Bytes of one pixel. */
  readonly pixelBytes: number
  /** Bytes of one channel of a pixel: 1 or 2. */
  readonly channelBytes: number
  /** RGB of each index, for images that have a palette; null for the others. */
  readonly palette: Buffer | null
  readonly isGrey: boolean
  readonly hasAlpha: boolean
}

interface Png {
  readonly header: PngHeader
  /** The compressed pixels, in pieces. */
  readonly data: readonly Buffer[]
}

/** PNG, chapter 11.2.1: channels by colour type. */
const CHANNELS: Readonly<Record<number, number>> = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}

/**
 * Takes a PNG apart. PNG, chapters 5.3 (chunks) and 11.2.1 (header).
 *
 * @returns null for the rare ones that are not read here: interlaced, or with less than eight bits a channel.
 */
export function openPng(file: Buffer): Png | null {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const [depth = 0, colour = 0, , , interlace] = file.subarray(24)
  const channels = CHANNELS[colour]
  if (channels === undefined || interlace !== 0 || (depth !== 8 && depth !== 16)) return null

  const chunks = [...chunksOf(file)]
  const channelBytes = depth / 8
  return {
    header: {
      width,
      height,
      channelBytes,
      pixelBytes: channels * channelBytes,
      palette: colour === 3 ? (chunks.find(({type}) => type === 'PLTE')?.data ?? null) : null,
      isGrey: colour === 0 || colour === 4,
      hasAlpha: colour === 4 || colour === 6,
    },
    data: chunks.filter(({type}) => type === 'IDAT').map(({data}) => data),
  }
}

function* chunksOf(file: Buffer): Generator<{readonly type: string; readonly data: Buffer}> {
  let at = 8
  while (at + 8 <= file.length) {
    const length = file.readUInt32BE(at)
    yield {
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    }
    at += 12 + length
  }
}

/**
 * Shows the pixels row by row, so that a picture never lies in memory as a whole; Node inflates it beside our thread.
 *
 * @param see - The memory of a row is used again.
 * @throws if the data is damaged.
 */
export async function eachRow(
  {header, data}: Png,
  see: (row: Buffer, y: number) => void,
): Promise<void> {
  const {width, height, pixelBytes} = header
  const inflate = createInflate()
  for (const piece of data) inflate.write(piece)
  inflate.end()

  let line = Buffer.alloc(width * pixelBytes + 1)
  let above = Buffer.alloc(line.length)
  let filled = 0
  let y = 0
  for await (const piece of inflate) {
    if (!Buffer.isBuffer(piece)) continue
    for (let at = 0; at < piece.length && y < height;) {
      const copied = piece.copy(line, filled, at)
      at += copied
      filled += copied
      if (filled < line.length) continue
      unfilter(line, above, pixelBytes)
      see(line.subarray(1), y)
      ;[line, above] = [above, line]
      filled = 0
      y += 1
    }
    // What comes after the last row, however much it is, is of no interest.
    if (y >= height) return
  }
}

/** PNG, chapter 9.2; the first byte of a line tells its filter. */
function unfilter(line: Buffer, above: Buffer, step: number): void {
  const filter = line[0] ?? 0
  const {length} = line
  if (filter === 1) {
    for (let at = step + 1; at < length; at += 1) line[at]! += line[at - step]!
  } else if (filter === 2) {
    for (let at = 1; at < length; at += 1) line[at]! += above[at]!
  } else if (filter === 3) {
    for (let at = 1; at < length; at += 1) {
      const left = at > step ? line[at - step]! : 0
      line[at]! += (left + above[at]!) >> 1
    }
  } else if (filter === 4) {
    for (let at = 1; at < length; at += 1) {
      const left = at > step ? line[at - step]! : 0
      const corner = at > step ? above[at - step]! : 0
      line[at]! += paeth(left, above[at]!, corner)
    }
  }
}

function paeth(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner)
  const toAbove = Math.abs(left - corner)
  const toCorner = Math.abs(left + above - corner - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
