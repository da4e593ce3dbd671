import type {FileHandle} from 'node:fs/promises'

const READ_BYTES = 64 * 1024
const SIGNATURE_BYTES = 8
const IHDR_BYTES = 13
/** A palette has 256 colours at most, and so has its transparency. */
const MOST_TRNS_BYTES = 256

/** What comes before the pixels of a PNG. */
export interface PngHeader {
  /** Content of the chunk `IHDR`. */
  readonly ihdr: Buffer
  /** Content of the chunk `tRNS`; null without one. */
  readonly trns: Buffer | null
}

/** A PNG read from start to end in constant memory. CRCs are not checked: damage shows when the data is inflated. */
export interface PngChunks {
  /** @throws when the file is no PNG. Call it once, before `pixels`. */
  readonly header: () => Promise<PngHeader>
  /** The content of the chunks `IDAT`: one zlib stream. Each piece has memory of its own. */
  readonly pixels: () => AsyncGenerator<Buffer, void>
}

/** @param signal - Looked at before each read, and its reason thrown. */
export function pngChunks(handle: FileHandle, signal: AbortSignal): PngChunks {
  let buffer = Buffer.alloc(0)
  let position = 0
  /** What is left of the chunk that the reader stands in, with its CRC. */
  let left = 0

  /** @returns at least one byte and at most `most`; empty at the end of the file. */
  const take = async (most: number): Promise<Buffer> => {
    if (buffer.length === 0) {
      signal.throwIfAborted()
      // Whoever was given a piece of the last buffer may still need it.
      const fresh = Buffer.allocUnsafeSlow(READ_BYTES)
      const {bytesRead} = await handle.read(fresh, 0, fresh.length, position)
      buffer = fresh.subarray(0, bytesRead)
      position += bytesRead
    }
    const piece = buffer.subarray(0, most)
    buffer = buffer.subarray(piece.length)
    return piece
  }
  const takeAll = async (count: number): Promise<Buffer> => {
    const pieces: Buffer[] = []
    let missing = count
    while (missing > 0) {
      // oxlint-disable-next-line no-await-in-loop -- pieces come in order
      const piece = await take(missing)
      if (piece.length === 0) throw new Error('the PNG ends too early')
      pieces.push(piece)
      missing -= piece.length
    }
    return Buffer.concat(pieces)
  }
  const skip = (count: number): void => {
    const held = Math.min(count, buffer.length)
    buffer = buffer.subarray(held)
    position += count - held
  }
  /** Goes on to the next chunk. @returns its type. */
  const next = async (): Promise<string> => {
    skip(left)
    const head = await takeAll(8)
    left = head.readUInt32BE(0) + 4
    return head.toString('latin1', 4)
  }
  const content = async (most: number): Promise<Buffer> => {
    const length = Math.min(left - 4, most)
    left -= length
    return takeAll(length)
  }

  return {
    async header() {
      skip(SIGNATURE_BYTES)
      if ((await next()) !== 'IHDR') throw new Error('the PNG does not begin with its header')
      const ihdr = await content(IHDR_BYTES)
      let trns: Buffer | null = null
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- chunks come in order
        const type = await next()
        if (type === 'IDAT') return {ihdr, trns}
        // oxlint-disable-next-line no-await-in-loop
        if (type === 'tRNS') trns = await content(MOST_TRNS_BYTES)
      }
    },
    async *pixels() {
      do {
        while (left > 4) {
          // oxlint-disable-next-line no-await-in-loop -- pieces come in order
          const piece = await take(left - 4)
          if (piece.length === 0) return
          left -= piece.length
          yield piece
        }
        // oxlint-disable-next-line no-await-in-loop
      } while ((await next()) === 'IDAT')
    },
  }
}
