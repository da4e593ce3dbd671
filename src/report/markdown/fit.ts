/** A piece of a report. The higher its `detail`, the sooner it is left out if there is no room. */
export interface Piece {
  readonly text: string
  readonly detail: number
}

/**
 * Joins the pieces in order, leaving out details until the text fits.
 *
 * @param maxBytes - Maximum size of the text.
 * @param shortened - Returns a note for the reader about the number of pieces left out.
 */
export function fit(
  pieces: readonly Piece[],
  maxBytes: number,
  shortened: (left: number) => string,
): string {
  const sizes = new Map(pieces.map((piece) => [piece, Buffer.byteLength(piece.text) + 1]))
  const reserved = Buffer.byteLength(shortened(pieces.length)) + 1
  let size = [...sizes.values()].reduce((sum, each) => sum + each, reserved)

  const leaving = pieces.toReversed().toSorted((one, other) => other.detail - one.detail)
  const left = new Set<Piece>()
  for (const piece of leaving) {
    if (size <= maxBytes) break
    left.add(piece)
    size -= sizes.get(piece) ?? 0
  }
  const kept = pieces.filter((piece) => !left.has(piece)).map(({text}) => text)
  return [...kept, ...(left.size > 0 ? [shortened(left.size)] : [])].join('\n')
}
