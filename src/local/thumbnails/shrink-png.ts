import {eachRow, openPng} from './png-rows.ts'
import type {PngHeader} from './png-rows.ts'
import {writePng} from './write-png.ts'

/** Larger pictures than any that Apple takes (3840 × 2160), with room to spare. */
const MOST_PIXELS = 40_000_000

/**
 * A small PNG of a PNG: each pixel is the mean of those that it stands for, on white where they are transparent.
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
  const sums = new Uint32Array(width * height * 4)
  await eachRow(png, (row, y) => {
    addRow(sums, row, {
      header,
      columns,
      start: Math.floor((y * height) / header.height) * width,
    })
  })
  return writePng(width, height, means(sums))
}

interface Place {
  readonly header: PngHeader
  readonly columns: Uint32Array
  /** Index of the thumbnail's pixel at the left of the row. */
  readonly start: number
}

function addRow(sums: Uint32Array, row: Buffer, {header, columns, start}: Place): void {
  const {pixelBytes, channelBytes, isGrey, hasAlpha, palette} = header
  const colours = palette ?? row
  const step = isGrey ? 0 : palette === null ? channelBytes : 1
  for (let x = 0; x < columns.length; x += 1) {
    const at = x * pixelBytes
    const from = palette === null ? at : row[at]! * 3
    const to = (start + columns[x]!) * 4
    const alpha = hasAlpha ? row[at + pixelBytes - channelBytes]! : 255
    if (alpha === 255) {
      sums[to]! += colours[from]!
      sums[to + 1]! += colours[from + step]!
      sums[to + 2]! += colours[from + step + step]!
    } else {
      const white = 255 - alpha
      sums[to]! += (colours[from]! * alpha) / 255 + white
      sums[to + 1]! += (colours[from + step]! * alpha) / 255 + white
      sums[to + 2]! += (colours[from + step + step]! * alpha) / 255 + white
    }
    sums[to + 3]! += 1
  }
}

function means(sums: Uint32Array): Uint8Array {
  const pixels = new Uint8Array((sums.length / 4) * 3)
  for (let from = 0, to = 0; from < sums.length; from += 4, to += 3) {
    const count = sums[from + 3]! || 1
    for (let channel = 0; channel < 3; channel += 1) {
      pixels[to + channel] = Math.round(sums[from + channel]! / count)
    }
  }
  return pixels
}
