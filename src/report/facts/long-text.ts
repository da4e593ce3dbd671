/** In characters. */
const LONG = 160

/** Whether a text is so long that it should be folded. */
export function isLong(text: string): boolean {
  return text.length > LONG
}

/** The beginning of a long text, on one line. */
export function beginningOf(text: string): string {
  return `${text.slice(0, LONG / 2).replaceAll(/\s+/gu, ' ')}…`
}
