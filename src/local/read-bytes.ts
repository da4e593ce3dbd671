import {createHash} from 'node:crypto'
import {constants, open} from 'node:fs/promises'
import type {Content} from '../model/listing.ts'

const CHUNK_BYTES = 256 * 1024
const HEAD_BYTES = 1024 * 1024
const TAIL_BYTES = 64 * 1024

export interface FileBytes {
  readonly content: Content
  /** The first bytes of the file, at most 1 MiB. */
  readonly head: Buffer
  /** The last bytes of the file, at most 64 KiB; they may overlap the head. */
  readonly tail: Buffer
}

/**
 * Reads a file once, in constant memory, and keeps what every check needs.
 *
 * @param file Absolute path of a regular file.
 * @param observe Is shown every piece in order; the piece is reused, so keep copies only.
 * @param maximumSize In bytes; a larger file is not read, since Apple would not take it.
 * @returns The size alone when the file is too large.
 * @throws The system's error when the file cannot be read, or an error when it is not a regular file.
 */
export async function readBytes(
  file: string,
  maximumSize: number,
  observe: (piece: Buffer) => void,
): Promise<FileBytes | {readonly tooLarge: number}> {
  // Without O_NONBLOCK, a FIFO put in the file's place after discovery would block for ever.
  await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  const stats = await handle.stat()
  if (!stats.isFile()) throw new Error('not a regular file')
  if (stats.size > maximumSize) return {tooLarge: stats.size}

  const md5 = createHash('md5')
  const sha256 = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const head: Buffer[] = []
  let tail = Buffer.alloc(0)
  let size = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- pieces come in order
    const {bytesRead} = await handle.read(chunk, 0, CHUNK_BYTES)
    if (bytesRead === 0) break
    const piece = chunk.subarray(0, bytesRead)
    md5.update(piece)
    sha256.update(piece)
    observe(piece)
    if (size < HEAD_BYTES) head.push(Buffer.from(piece.subarray(0, HEAD_BYTES - size)))
    tail = Buffer.concat([tail, piece.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES)
    size += bytesRead
    if (size > maximumSize) return {tooLarge: size}
  }
  return {
    content: {size, md5: md5.digest('hex'), sha256: sha256.digest('hex')},
    head: Buffer.concat(head),
    tail,
  }
}
