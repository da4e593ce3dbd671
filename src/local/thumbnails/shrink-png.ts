import {encode} from 'jpeg-js'
import {eachRow, openPng} from './png-rows.ts'
import type {PngHeader} from './png-rows.ts'

const QUALITY = 72
/** Larger pictures than any that Apple takes (3840 × 2160), with room to spare. */
const MOST_PIXELS = 40_000_000

/**
 * A small JPEG of a PNG: each pixel is the mean of those that it stands for, on white where they are transparent.
 *
 * @param longest - Pixels that the longer side has at most.
 * @returns null for a PNG of a kind that is not read here.
 * @throws if the PNG is damaged.
 */
export async function shrinkPng(file: Buffer, longest: number): Promise<Buffer | null> {
  const png = openPng(file)
  if (png === null) return null
  const {header} = png
  if (header.width * header.height > MOST_PIXELS) return null

  const scale = Math.min(1, longest / Math.max(header.width, header.height))
  const width = Math.max(1, Math.round(header.width * scale))
  const height = Math.max(1, Math.round(header.height * scale))
  // The column of the thumbnail that each column of the picture falls into.
  const columns = Uint32Array.from({length: header.width}, (_, x) =>
    Math.floor((x * width) / header.width),
  )
  // Red, green, blue, and how many pixels there were.
  const sums = new Float64Array(width * height * 4)
  await eachRow(png, (row, y) => {
    addRow(sums, row, {
      header,
      columns,
      start: Math.floor((y * height) / header.height) * width,
    })
  })
  return encode({width, height, data: means(sums)}, QUALITY).data
}

interface Place {
  readonly header: PngHeader
  readonly columns: Uint32Array
  /** Index of the thumbnail's pixel at the left of the row. */
  readonly start: number
}

function addRow(sums: Float64Array, row: Buffer, {header, columns, start}: Place): void {
  const {pixelBytes, channelBytes, isGrey, hasAlpha, palette} = header
  const colours = palette ?? row
  for (let x = 0; x < columns.length; x += 1) {
    const at = x * pixelBytes
    const from = palette === null ? at : row[at]! * 3
    const step = isGrey ? 0 : palette === null ? channelBytes : 1
    const alpha = hasAlpha ? row[at + pixelBytes - channelBytes]! / 255 : 1
    const white = 255 * (1 - alpha)
    const to = (start + columns[x]!) * 4
    sums[to]! += colours[from]! * alpha + white
    sums[to + 1]! += colours[from + step]! * alpha + white
    sums[to + 2]! += colours[from + step + step]! * alpha + white
    sums[to + 3]! += 1
  }
}

function means(sums: Float64Array): Buffer {
  const pixels = Buffer.alloc(sums.length, 255)
  for (let at = 0; at < sums.length; at += 4) {
    const count = sums[at + 3]! || 1
    for (let channel = at; channel < at + 3; channel += 1) {
      pixels[channel] = Math.round(sums[channel]! / count)
    }
  }
  return pixels
}
