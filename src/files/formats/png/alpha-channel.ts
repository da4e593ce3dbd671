import type {PngLayout} from './layout.ts'
import type {PngRow} from './rows.ts'

/** The filtered values of alpha bytes that are all 255: in a row's first pixel, and in all others. */
interface Filtered {
  readonly first: number
  readonly others: number
}

/**
 * By filter number: none, sub, up, average, Paeth (PNG, chapter 9.2). Above the first row, and left of the first
 * pixel, filters see 0.
 */
const OPAQUE: Readonly<Record<'firstRow' | 'laterRow', readonly Filtered[]>> = {
  firstRow: [
    {first: 255, others: 255},
    {first: 255, others: 0},
    {first: 255, others: 255},
    {first: 255, others: 128},
    {first: 255, others: 0},
  ],
  laterRow: [
    {first: 255, others: 255},
    {first: 255, others: 0},
    {first: 0, others: 0},
    {first: 128, others: 0},
    {first: 0, others: 0},
  ],
}

/**
 * Returns a function that checks whether a row of an image with an alpha channel has a transparent pixel, provided
 * that no earlier row has one. Filters treat each byte of a pixel separately, so the filtered value of an opaque
 * pixel is known and nothing has to be unfiltered.
 *
 * Of 16 bits only the upper eight count: converters such as swscale write 65532 where 65535 was meant, and nobody can
 * see the difference.
 *
 * The function throws if the row has an unknown filter.
 */
export function createAlphaCheck({bitDepth, bytesPerPixel}: PngLayout): (row: PngRow) => boolean {
  const alpha = bytesPerPixel - bitDepth / 8
  return ({filter, bytes, isFirst}) => {
    const expected = (isFirst ? OPAQUE.firstRow : OPAQUE.laterRow)[filter]
    if (expected === undefined) throw new Error(`there is no filter ${filter}`)
    const {first, others} = expected
    if (bytes[alpha] !== first) return true
    for (let at = alpha + bytesPerPixel; at < bytes.length; at += bytesPerPixel) {
      if (bytes[at] !== others) return true
    }
    return false
  }
}
