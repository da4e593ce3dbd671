import {constants, open} from 'node:fs/promises'

import {dataUrl} from '../data-url.ts'

const SIGNATURES: readonly (readonly [mimeType: string, bytes: Buffer])[] = [
  ['image/png', Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
]

/**
 * Reads a picture that is small enough to embed in the page as it is.
 *
 * @param maximumSize - In bytes.
 * @returns its `data:` URL; null if it is larger, is not a picture, or cannot be read: the report must not fail.
 */
export async function pictureAsData(path: string, maximumSize: number): Promise<string | null> {
  try {
    // Without O_NONBLOCK, a FIFO put in the file's place since it was checked would block forever.
    await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = await handle.stat()
    if (!stats.isFile() || stats.size > maximumSize) return null
    // Not the whole file: it may have grown since.
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(stats.size), 0, stats.size)
    const bytes = buffer.subarray(0, bytesRead)
    const found = SIGNATURES.find(([, start]) => bytes.subarray(0, start.length).equals(start))
    return found === undefined ? null : dataUrl(found[0], bytes)
  } catch {
    return null
  }
}
