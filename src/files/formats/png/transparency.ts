import {constants, open} from 'node:fs/promises'
import {pipeline} from 'node:stream/promises'
import {createInflate} from 'node:zlib'
import {createAlphaCheck} from './alpha-channel.ts'
import {pngChunks} from './chunks.ts'
import type {PngChunks} from './chunks.ts'
import {layoutOf} from './layout.ts'
import type {PngLayout} from './layout.ts'
import {createRows} from './rows.ts'
import type {PngRow} from './rows.ts'
import {createColourCheck} from './transparent-colour.ts'

const INFLATED_BYTES = 64 * 1024

/** `unknown`: the image is larger than asked for, damaged, or there was no time left. */
export type Transparency = 'opaque' | 'transparent' | 'unknown'

interface Bounds {
  /** In pixels, of the width and the height: with it come bounds of memory and of what is inflated. */
  readonly longestSide: number
  /** Ends the work early; the answer is then `unknown`. */
  readonly signal: AbortSignal
}

/**
 * Whether any pixel of a PNG is transparent. Reads as far as it takes to know, a row at a time; inflates off the main
 * thread.
 *
 * @param file - Absolute path.
 */
export async function transparencyOf(file: string, bounds: Bounds): Promise<Transparency> {
  try {
    // Without O_NONBLOCK, a FIFO put in the file's place after discovery would block for ever.
    await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
    const chunks = pngChunks(handle, bounds.signal)
    const {ihdr, trns} = await chunks.header()
    const layout = layoutOf(ihdr)
    const isInBounds = [ihdr.readUInt32BE(0), ihdr.readUInt32BE(4)].every(
      (side) => side <= bounds.longestSide,
    )
    if (layout === null || !isInBounds) return 'unknown'
    const check = checkFor(layout, trns)
    return check === null ? 'opaque' : await look(chunks, layout, check, bounds.signal)
  } catch {
    // Damaged, unreadable by now, or out of time: nothing is known.
    return 'unknown'
  }
}

/** Null where no pixel can be transparent. */
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
      // A stream that goes on after the last row may go on for ever.
      if (!rows.isComplete()) continue
      answer = 'opaque'
      return
    }
  }
  try {
    const inflate = createInflate({chunkSize: INFLATED_BYTES})
    await pipeline(chunks.pixels(), inflate, inspect, {signal})
  } catch (error) {
    // To stop early is an error for the stream, but an answer is an answer.
    if (answer === 'unknown') throw error
  }
  return answer
}
