import type {PngLayout} from './layout.ts'
import type {PngRow} from './rows.ts'

/**
 * Returns a function that checks whether a row has a pixel in a colour that the chunk `tRNS` makes transparent (PNG,
 * chapter 11.3.2.1). Call it with every row, in order.
 *
 * @returns null if `tRNS` makes no colour transparent.
 * The function throws if the row has an unknown filter.
 */
export function createColourCheck(
  layout: PngLayout,
  trns: Buffer,
): ((row: PngRow) => boolean) | null {
  const isTransparent = layout.colourType === 3 ? ofPalette(layout, trns) : ofColour(layout, trns)
  if (isTransparent === null) return null
  const unfilter = createUnfilter(layout)
  return (row) => isTransparent(unfilter(row), row.pass.width)
}

type Check = (row: Buffer, width: number) => boolean

/** One byte for each colour of the palette, in order. Colours without one are opaque. */
function ofPalette({bitDepth}: PngLayout, trns: Buffer): Check | null {
  if (trns.every((alpha) => alpha === 255)) return null
  return (row, width) => {
    for (let x = 0; x < width; x += 1) {
      if ((trns[sampleAt(row, x, bitDepth)] ?? 255) < 255) return true
    }
    return false
  }
}

/** Two bytes for each sample. An image with smaller samples uses the low bits. */
function ofColour({bitDepth, colourType}: PngLayout, trns: Buffer): Check | null {
  const count = colourType === 0 ? 1 : 3
  if (trns.length < 2 * count) return null
  const key = Array.from({length: count}, (_, index) => trns.readUInt16BE(2 * index))
  return (row, width) => {
    for (let x = 0; x < width; x += 1) {
      if (key.every((value, index) => sampleAt(row, x * count + index, bitDepth) === value)) {
        return true
      }
    }
    return false
  }
}

function sampleAt(row: Buffer, index: number, bitDepth: number): number {
  if (bitDepth === 16) return row.readUInt16BE(2 * index)
  if (bitDepth === 8) return row[index] ?? 0
  const bit = index * bitDepth
  return ((row[bit >> 3] ?? 0) >> (8 - bitDepth - (bit & 7))) & ((1 << bitDepth) - 1)
}

/**
 * Returns a function that undoes the filters (PNG, chapter 9.2). It keeps one row. Its result is valid until the next
 * call.
 */
function createUnfilter({bytesPerPixel, passes}: PngLayout): (row: PngRow) => Buffer {
  const longest = Math.max(0, ...passes.map(({rowBytes}) => rowBytes))
  let above = Buffer.alloc(longest)
  let current = Buffer.alloc(longest)
  return ({filter, bytes, isFirst}) => {
    if (isFirst) above.fill(0)
    for (let at = 0; at < bytes.length; at += 1) {
      const left = at < bytesPerPixel ? 0 : (current[at - bytesPerPixel] ?? 0)
      const aboveLeft = at < bytesPerPixel ? 0 : (above[at - bytesPerPixel] ?? 0)
      current[at] = (bytes[at] ?? 0) + predicted(filter, left, above[at] ?? 0, aboveLeft)
    }
    const row = current.subarray(0, bytes.length)
    ;[above, current] = [current, above]
    return row
  }
}

function predicted(filter: number, left: number, above: number, aboveLeft: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return paeth(left, above, aboveLeft)
    default:
      throw new Error(`there is no filter ${filter}`)
  }
}

function paeth(left: number, above: number, aboveLeft: number): number {
  const estimate = left + above - aboveLeft
  const toLeft = Math.abs(estimate - left)
  const toAbove = Math.abs(estimate - above)
  const toAboveLeft = Math.abs(estimate - aboveLeft)
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left
  return toAbove <= toAboveLeft ? above : aboveLeft
}
