/** Whether a length in pixels is one: what Apple sends as a number may be anything. */
export function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}
