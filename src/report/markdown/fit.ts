/** A piece of a report. The higher its `detail`, the sooner it is left out if there is no room. */
export interface Piece {
  readonly text: string
  readonly detail: number
  /** What takes its place before it is left out as well: the same in few words. */
  readonly short?: string
}

/** Puts a heading before the first piece: it is left out with the last of them, because the last go first. */
export function withHeading(heading: string, pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces
  if (first === undefined) return []
  const under = (text: string) => `${heading}\n\n${text}`
  const {short} = first
  return [
    {...first, text: under(first.text), ...(short === undefined ? {} : {short: under(short)})},
    ...rest,
  ]
}

/**
 * Joins the pieces in order. If they are too long, details are shortened and then left out, until the text fits.
 *
 * @param maxBytes - Maximum size of the text.
 * @param shortened - Returns a note for the reader about the number of pieces that were shortened or left out.
 */
export function fit(
  pieces: readonly Piece[],
  maxBytes: number,
  shortened: (left: number) => string,
): string {
  const texts = new Map(pieces.map((piece) => [piece, piece.text]))
  let size = sizeOfAll(pieces)
  if (size <= maxBytes) return [...texts.values()].join('\n')

  size += sizeOf(shortened(pieces.length))
  const left = new Set<Piece>()
  for (const {piece, text} of waysToShorten(pieces)) {
    if (size <= maxBytes) break
    size -= sizeOf(texts.get(piece)) - sizeOf(text)
    if (text === undefined) texts.delete(piece)
    else texts.set(piece, text)
    left.add(piece)
  }
  return [...texts.values(), shortened(left.size)].join('\n')
}

interface Shortening {
  readonly piece: Piece
  /** What takes the place of the piece; undefined leaves it out. */
  readonly text: string | undefined
}

/** The most detailed pieces first, and the last of those: first shortened, then left out. */
function waysToShorten(pieces: readonly Piece[]): readonly Shortening[] {
  const levels = Map.groupBy(pieces.toReversed(), ({detail}) => detail)
  return [...levels]
    .toSorted(([one], [other]) => other - one)
    .flatMap(([, level]) => [
      ...level.map((piece) => ({piece, text: piece.short})),
      ...level.filter(({short}) => short !== undefined).map((piece) => ({piece, text: undefined})),
    ])
}

/**
 * Like {@link fit}, for pieces that may show fewer pictures: half of them, and half of those, as long as that helps.
 *
 * @param most - The number of pictures that are shown if there is room.
 */
export function fitPictures(
  piecesWith: (most: number) => readonly Piece[],
  most: number,
  maxBytes: number,
  shortened: (left: number) => string,
): string {
  const pieces = piecesWith(most)
  return sizeOfAll(pieces) <= maxBytes || most <= FEW
    ? fit(pieces, maxBytes, shortened)
    : fitPictures(piecesWith, Math.floor(most / 2), maxBytes, shortened)
}

const FEW = 10

/** In bytes, with the line break after it. */
function sizeOf(text: string | undefined): number {
  return text === undefined ? 0 : Buffer.byteLength(text) + 1
}

function sizeOfAll(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, {text}) => sum + sizeOf(text), 0)
}
