import type {PngLayout, PngPass} from './layout.ts'

/** One row of an image, or of a pass of an interlaced one, as it was inflated. */
export interface PngRow {
  /** How the bytes were filtered (PNG, chapter 9.2). */
  readonly filter: number
  /** Still filtered. The memory is reused: copy what you keep. */
  readonly bytes: Buffer
  readonly pass: PngPass
  /** Whether it is the first row of its pass. */
  readonly isFirst: boolean
}

/** Splits inflated data into rows, buffering at most one row. Ignores data after the last row. */
export function createRows({passes}: PngLayout) {
  const longest = Math.max(0, ...passes.map(({rowBytes}) => rowBytes + 1))
  const carried = Buffer.allocUnsafe(longest)
  let carriedBytes = 0
  let passIndex = 0
  let rowIndex = 0

  return {
    /** The rows that a piece completes. */
    *push(piece: Buffer): Generator<PngRow, void> {
      let at = 0
      for (;;) {
        const pass = passes[passIndex]
        if (pass === undefined) return
        const missing = pass.rowBytes + 1 - carriedBytes
        const end = Math.min(piece.length, at + missing)
        const isWhole = carriedBytes === 0 && end - at === missing
        if (!isWhole) carriedBytes += piece.copy(carried, carriedBytes, at, end)
        if (end - at < missing) return
        const row = isWhole ? piece.subarray(at, end) : carried.subarray(0, carriedBytes)
        at = end
        carriedBytes = 0
        yield {filter: row[0] ?? 0, bytes: row.subarray(1), pass, isFirst: rowIndex === 0}
        rowIndex += 1
        if (rowIndex < pass.height) continue
        passIndex += 1
        rowIndex = 0
      }
    },
    /** Whether every row has been seen. */
    isComplete: (): boolean => passIndex === passes.length,
  }
}
