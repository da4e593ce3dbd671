const MIN_MILLISECONDS = 2400
const MAX_MILLISECONDS = 60_000
/** Fraction of the time waited so far: a result is noticed at most this much later than it appears. */
const FRACTION_OF_WAIT = 1 / 8

/**
 * How long to wait before checking again what Apple is processing.
 *
 * Apple takes at least a few seconds, and after a little over two most files are done at the first check. Pauses grow
 * with the time waited, so that a slow file costs few requests and no check comes much too late.
 *
 * @param waited - Since Apple began, in milliseconds.
 * @returns in milliseconds.
 */
export function nextPause(waited: number): number {
  return Math.min(MAX_MILLISECONDS, MIN_MILLISECONDS + waited * FRACTION_OF_WAIT)
}
