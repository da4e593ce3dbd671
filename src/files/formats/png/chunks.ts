import type {FileHandle} from 'node:fs/promises'

const READ_BYTES = 64 * 1024
const SIGNATURE_BYTES = 8
const IHDR_BYTES = 13
/** A palette and its transparency have at most 256 entries. */
const MAX_TRNS_BYTES = 256

/** What comes before the pixels of a PNG. */
export interface PngHeader {
  /** Content of the chunk `IHDR`. */
  readonly ihdr: Buffer
  /** Content of the chunk `tRNS`, or null if there is none. */
  readonly trns: Buffer | null
}

/**
 * A PNG read from start to end in constant memory. CRCs are not checked: damage is noticed when the data is inflated.
 */
export interface PngChunks {
  /** Call it once, before `pixels`. @throws if the file is not a PNG. */
  readonly header: () => Promise<PngHeader>
  /** The content of the chunks `IDAT`: one zlib stream. Each piece has its own memory. */
  readonly pixels: () => AsyncGenerator<Buffer, void>
}

/** @param signal - Checked before each read. Its reason is thrown. */
export function pngChunks(handle: FileHandle, signal: AbortSignal): PngChunks {
  let buffer = Buffer.alloc(0)
  let position = 0
  /** Bytes left in the current chunk, with its CRC. */
  let left = 0

  /** @returns between one and `most` bytes, or none at the end of the file. */
  const take = async (most: number): Promise<Buffer> => {
    if (buffer.length === 0) {
      signal.throwIfAborted()
      // A new buffer, because a caller may still use a piece of the last one.
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
  /** Moves to the next chunk. @returns its type. */
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
        if (type === 'tRNS') trns = await content(MAX_TRNS_BYTES)
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
