import type {DocumentPath} from '../../../files/positions.ts'

/** What is wrong, and where in the document. */
export interface Fault {
  readonly at: DocumentPath
  readonly what: string
  readonly next: string
}

/**
 * Checks the coordinates of a MultiPolygon: polygons of rings of positions (RFC 7946, section 3.1).
 *
 * @returns null if they are in order, otherwise the first fault.
 */
export function wrongCoordinates(coordinates: unknown, at: DocumentPath): Fault | null {
  return firstIn(coordinates, {at, of: 'polygon'}, (polygon, atPolygon) =>
    firstIn(polygon, {at: atPolygon, of: 'ring'}, wrongRing),
  )
}

/** RFC 7946, section 3.1.6: a ring has four or more positions, and its first and last are equal. */
function wrongRing(ring: unknown, at: DocumentPath): Fault | null {
  const position = firstIn(ring, {at, of: 'position'}, wrongPosition)
  if (position !== null || !Array.isArray(ring)) return position
  if (ring.length < 4) {
    return {
      at,
      what: `has a ring with ${ring.length} positions, but a ring has at least four, the first and the last of which are equal`,
      next: 'add the missing positions',
    }
  }
  return JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1))
    ? null
    : {
        at: [...at, ring.length - 1],
        what: 'has a ring that is not closed: its last position differs from its first',
        next: 'repeat the first position at the end of the ring',
      }
}

/** RFC 7946, section 4: longitude and latitude, in decimal degrees, and perhaps the altitude. */
function wrongPosition(position: unknown, at: DocumentPath): Fault | null {
  const numbers: readonly unknown[] = Array.isArray(position) ? position : []
  const [longitude, latitude] = numbers
  const isRight =
    isWithin(longitude, 180) &&
    isWithin(latitude, 90) &&
    numbers.every((each) => typeof each === 'number')
  return isRight
    ? null
    : {
        at,
        what: `has the position ${excerpt(position)}, but a longitude goes from -180 to 180 and a latitude from -90 to 90`,
        next: 'correct it; the longitude comes first',
      }
}

function isWithin(degrees: unknown, most: number): boolean {
  return typeof degrees === 'number' && Math.abs(degrees) <= most
}

/** A file may have anything in place of a position. */
function excerpt(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** The first fault in the members of a list, which has at least one. */
function firstIn(
  list: unknown,
  {at, of}: {readonly at: DocumentPath; readonly of: string},
  faultOf: (member: unknown, at: DocumentPath) => Fault | null,
): Fault | null {
  if (!Array.isArray(list) || list.length === 0) {
    return {
      at,
      what: `has no list of ${of}s where one is needed: a MultiPolygon is a list of polygons, a polygon a list of rings, and a ring a list of positions`,
      next: 'export it again as GeoJSON (RFC 7946)',
    }
  }
  for (const [index, member] of list.entries()) {
    const fault = faultOf(member, [...at, index])
    if (fault !== null) return fault
  }
  return null
}
