import {crc32, deflateSync} from 'node:zlib'

/** An image as a PNG holds it: whatever the format allows, also what usual encoders do not write. */
export interface PngSource {
  readonly width: number
  readonly height: number
  /** 0 grey, 2 colours, 3 palette, 4 grey with alpha, 6 colours with alpha. */
  readonly colourType: 0 | 2 | 3 | 4 | 6
  readonly bitDepth: number
  readonly interlaced: boolean
  /** The number of a filter (0–4) for each row; rows of passes are counted on. */
  readonly filter: (row: number) => number
  /** All samples of the pixel at a place. */
  readonly pixel: (x: number, y: number) => readonly number[]
  /** Content of `tRNS`. */
  readonly trns?: Buffer
  /** How many bytes of the compressed data stand in one chunk. */
  readonly chunkBytes?: number
}

const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Writes a PNG by the specification. */
export function encodePng(source: PngSource): Buffer {
  const {width, height, colourType, bitDepth, interlaced, trns, chunkBytes = 100} = source
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bitDepth, colourType, 0, 0, interlaced ? 1 : 0], 8)
  const data = deflateSync(rowsOf(source))
  const pieces = Array.from({length: Math.ceil(data.length / chunkBytes)}, (_, index) =>
    chunk('IDAT', data.subarray(index * chunkBytes, (index + 1) * chunkBytes)),
  )
  const palette = Buffer.from(Array.from({length: 3 * 2 ** Math.min(8, bitDepth)}, (_, at) => at))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Comment\0made by hand')),
    ...(colourType === 3 ? [chunk('PLTE', palette)] : []),
    ...(trns === undefined ? [] : [chunk('tRNS', trns)]),
    ...pieces,
    chunk('IEND', Buffer.of()),
  ])
}

/** One chunk with its length and its checksum. */
export function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

function rowsOf({width, height, bitDepth, interlaced, filter, pixel}: PngSource): Buffer {
  const rows: Buffer[] = []
  for (const [left, top, across, down] of interlaced ? PASSES : [[0, 0, 1, 1] as const]) {
    let above = Buffer.alloc(0)
    for (let y = top; y < height; y += down) {
      const samples: number[] = []
      for (let x = left; x < width; x += across) samples.push(...pixel(x, y))
      if (samples.length === 0) continue
      const row = packed(samples, bitDepth)
      const step = Math.max(1, (pixel(0, 0).length * bitDepth) / 8)
      rows.push(filtered(filter(rows.length), row, above, step))
      above = row
    }
  }
  return Buffer.concat(rows)
}

function packed(samples: readonly number[], bitDepth: number): Buffer<ArrayBuffer> {
  const bits = samples.map((sample) => sample.toString(2).padStart(bitDepth, '0')).join('')
  return Buffer.from((bits.match(/.{1,8}/gu) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2)))
}

function filtered(filter: number, row: Buffer, above: Buffer, step: number): Buffer {
  const bytes = [...row].map((byte, index) => {
    const [left, up, corner] = [
      byteAt(row, index - step),
      byteAt(above, index),
      byteAt(above, index - step),
    ]
    const estimates = [left, up, corner].map((each) => Math.abs(left + up - corner - each))
    const nearest = [left, up, corner][estimates.indexOf(Math.min(...estimates))] ?? 0
    return byte - ([0, left, up, Math.floor((left + up) / 2), nearest][filter] ?? 0)
  })
  return Buffer.from([filter, ...bytes])
}

function byteAt(bytes: Buffer, index: number): number {
  return index < 0 ? 0 : (bytes[index] ?? 0)
}
