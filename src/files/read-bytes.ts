import {createHash} from 'node:crypto'
import {constants, open} from 'node:fs/promises'

const CHUNK_BYTES = 256 * 1024

/** Size and hashes of a file. Two files with equal content are the same picture, wherever they are. */
export interface Content {
  /** In bytes. */
  readonly size: number
  /** Lower-case hex, as App Store Connect's `sourceFileChecksum`. */
  readonly md5: string
  /** Lower-case hex. */
  readonly sha256: string
}

export interface FileBytes {
  readonly content: Content
  /** The first bytes of the file. */
  readonly head: Buffer
  /** The last bytes of the file. They may overlap the head. */
  readonly tail: Buffer
}

interface ReadBytesOptions {
  /** In bytes. A larger file is not read, because Apple would not accept it. */
  readonly maximumSize: number
  /** How many of the first and last bytes to keep. */
  readonly keep: {readonly head: number; readonly tail: number}
  /** Called with every piece, in order. The buffer of a piece is reused, so copy what you keep. */
  readonly observe?: (piece: Buffer) => void
  readonly signal: AbortSignal
}

/**
 * Reads a file once, in constant memory: its hashes, and what every check needs.
 *
 * @param file - Absolute path of a regular file.
 * @returns only the size, in bytes, if the file is too large.
 * @throws the system's error if the file cannot be read, an error if it is not a regular file, or the signal's
 *   reason.
 */
export async function readBytes(
  file: string,
  {maximumSize, keep, observe, signal}: ReadBytesOptions,
): Promise<FileBytes | {readonly tooLarge: number}> {
  // Without O_NONBLOCK, a FIFO put in the file's place after discovery would block forever.
  await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  const stats = await handle.stat()
  if (!stats.isFile()) throw new Error('not a regular file')
  if (stats.size > maximumSize) return {tooLarge: stats.size}

  const md5 = createHash('md5')
  const sha256 = createHash('sha256')
  const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, stats.size + 1))
  const head = Buffer.allocUnsafe(Math.min(keep.head, stats.size))
  let tail = Buffer.alloc(0)
  let size = 0
  for (;;) {
    signal.throwIfAborted()
    // oxlint-disable-next-line no-await-in-loop -- pieces come in order
    const {bytesRead} = await handle.read(chunk, 0, chunk.length)
    if (bytesRead === 0) break
    const piece = chunk.subarray(0, bytesRead)
    md5.update(piece)
    sha256.update(piece)
    observe?.(piece)
    if (size < head.length) piece.copy(head, size)
    if (keep.tail > 0) tail = lastBytes(tail, piece, keep.tail)
    size += bytesRead
    if (size > maximumSize) return {tooLarge: size}
  }
  return {
    content: {size, md5: md5.digest('hex'), sha256: sha256.digest('hex')},
    head: head.subarray(0, size),
    tail,
  }
}

function lastBytes(before: Buffer, piece: Buffer, count: number): Buffer<ArrayBuffer> {
  return piece.length >= count
    ? Buffer.from(piece.subarray(-count))
    : Buffer.from(Buffer.concat([before, piece]).subarray(-count))
}
