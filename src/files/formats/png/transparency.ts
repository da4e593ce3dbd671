import {constants, open} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'
import {createInflate} from 'node:zlib'
import {createAlphaCheck} from './alpha-channel.ts'
import {pngChunks} from './chunks.ts'
import type {PngChunks} from './chunks.ts'
import {pngLayoutOf} from './layout.ts'
import type {PngLayout} from './layout.ts'
import {createRows} from './rows.ts'
import type {PngRow} from './rows.ts'
import {createColourCheck} from './transparent-colour.ts'

const INFLATED_BYTES = 64 * 1024

/** `unknown`: the image is larger than the bounds, damaged, or there was no time left. */
export type Transparency = 'opaque' | 'transparent' | 'unknown'

interface Bounds {
  /** In pixels, for width and height. Also limits the memory and the inflated data. */
  readonly longestSide: number
  /** Stops early. The answer is then `unknown`. */
  readonly signal: AbortSignal
}

/**
 * Whether any pixel of a PNG is transparent. Reads only as far as needed, one row at a time. Inflates off the main
 * thread.
 *
 * @param file - Absolute path.
 */
export async function transparencyOf(file: string, bounds: Bounds): Promise<Transparency> {
  try {
    // Without O_NONBLOCK, a FIFO put in the file's place after discovery would block forever.
    await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
    const chunks = pngChunks(handle, bounds.signal)
    const {ihdr, trns} = await chunks.header()
    const layout = pngLayoutOf(ihdr)
    const isInBounds = [ihdr.readUInt32BE(0), ihdr.readUInt32BE(4)].every(
      (side) => side <= bounds.longestSide,
    )
    if (layout === null || !isInBounds) return 'unknown'
    const check = checkFor(layout, trns)
    return check === null ? 'opaque' : await look(chunks, layout, check, bounds.signal)
  } catch {
    // Damaged, no longer readable, or out of time.
    return 'unknown'
  }
}

/** Null if no pixel can be transparent. */
function checkFor(layout: PngLayout, trns: Buffer | null): ((row: PngRow) => boolean) | null {
  if (layout.colourType === 4 || layout.colourType === 6) return createAlphaCheck(layout)
  return trns === null ? null : createColourCheck(layout, trns)
}

async function look(
  chunks: PngChunks,
  layout: PngLayout,
  isTransparent: (row: PngRow) => boolean,
  signal: AbortSignal,
): Promise<Transparency> {
  const rows = createRows(layout)
  let answer: Transparency = 'unknown'
  const inspect = async (inflated: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of inflated) {
      for (const row of rows.push(piece)) {
        if (!isTransparent(row)) continue
        answer = 'transparent'
        return
      }
      // Stop here: a stream that goes on after the last row may never end.
      if (!rows.isComplete()) continue
      answer = 'opaque'
      return
    }
  }
  try {
    const inflate = createInflate({chunkSize: INFLATED_BYTES})
    await pipeline(chunks.pixels(), inflate, inspect, {signal})
  } catch (error) {
    // Stopping early is an error for the stream, but we have the answer.
    if (answer === 'unknown') throw error
  }
  return answer
}
