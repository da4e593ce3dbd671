/** How the rows of pixels are arranged in the data of a PNG (PNG, chapters 7.2 and 8). */
export interface PngLayout {
  readonly colourType: ColourType
  /** Of one sample: 1, 2, 4, 8 or 16. */
  readonly bitDepth: number
  /** Distance from a pixel to the one on its left, as filters count it: at least 1. */
  readonly bytesPerPixel: number
  /** One for a plain image, up to seven for an interlaced one. Each has at least one pixel. */
  readonly passes: readonly PngPass[]
}

export interface PngPass {
  readonly width: number
  readonly height: number
  /** Without the filter byte. */
  readonly rowBytes: number
}

/** Grey, colours, palette, grey with alpha, colours with alpha. */
export type ColourType = 0 | 2 | 3 | 4 | 6

/** For each colour type, the number of samples in a pixel and the possible bit depths (PNG, table 11.1). */
const SAMPLES: Readonly<
  Record<ColourType, {readonly count: number; readonly depths: readonly number[]}>
> = {
  0: {count: 1, depths: [1, 2, 4, 8, 16]},
  2: {count: 3, depths: [8, 16]},
  3: {count: 1, depths: [1, 2, 4, 8]},
  4: {count: 2, depths: [8, 16]},
  6: {count: 4, depths: [8, 16]},
}

/** Where the passes of an interlaced image begin, and how far apart their pixels are (PNG, chapter 8.2). */
const ADAM7 = [
  {left: 0, top: 0, across: 8, down: 8},
  {left: 4, top: 0, across: 8, down: 8},
  {left: 0, top: 4, across: 4, down: 8},
  {left: 2, top: 0, across: 4, down: 4},
  {left: 0, top: 2, across: 2, down: 4},
  {left: 1, top: 0, across: 2, down: 2},
  {left: 0, top: 1, across: 1, down: 2},
] as const
const PLAIN = [{left: 0, top: 0, across: 1, down: 1}] as const

/**
 * Reads the layout from the content of the chunk `IHDR`.
 *
 * @returns null if it is invalid.
 */
export function pngLayoutOf(header: Buffer): PngLayout | null {
  const [bitDepth = 0, colourType = 0, compression, filtering, interlacing = 2] = header.subarray(8)
  if (header.length !== 13 || !isColourType(colourType)) return null
  const {count, depths} = SAMPLES[colourType]
  if (!depths.includes(bitDepth) || compression !== 0 || filtering !== 0 || interlacing > 1) {
    return null
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const bits = count * bitDepth
  const passes = (interlacing === 1 ? ADAM7 : PLAIN).map(({left, top, across, down}) => {
    const columns = Math.ceil(Math.max(0, width - left) / across)
    const rows = Math.ceil(Math.max(0, height - top) / down)
    return {width: columns, height: rows, rowBytes: Math.ceil((columns * bits) / 8)}
  })
  return {
    colourType,
    bitDepth,
    bytesPerPixel: Math.max(1, bits / 8),
    passes: passes.filter((pass) => pass.width > 0 && pass.height > 0),
  }
}

function isColourType(value: number): value is ColourType {
  return value in SAMPLES
}
