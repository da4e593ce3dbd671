const SHORTEST_MILLISECONDS = 2400
const LONGEST_MILLISECONDS = 60_000
/** Of the time waited so far; what is looked for is found at most so much later than it is there. */
const PART = 1 / 8

/**
 * How long to wait before looking again at what Apple is processing.
 *
 * Apple takes a few seconds at the least, and a little over two lets most files be done at the first look. Pauses grow
 * with the time waited, so that a file that takes long costs few requests and no look comes much too late.
 *
 * @param waited - Since Apple began, in milliseconds.
 * @returns in milliseconds.
 */
export function nextPause(waited: number): number {
  return Math.min(LONGEST_MILLISECONDS, SHORTEST_MILLISECONDS + waited * PART)
}
