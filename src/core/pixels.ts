/** Whether a value is a valid length in pixels. Apple may send anything as a number. */
export function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}
