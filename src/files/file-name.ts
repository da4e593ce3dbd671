const collator = new Intl.Collator('en', {numeric: true})

// Bidirectional controls, line separators and the byte order mark: invisible, and can disguise a name.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/**
 * The name for App Store Connect: NFC, without control and bidirectional characters, never with a path separator. A
 * name with nothing visible left becomes `unnamed`.
 */
export function sanitisedName(fileName: string): string {
  const {stem, extension} = splitName(fileName.normalize('NFC').replaceAll(INVISIBLE, ''))
  const visible = stem.replaceAll(/[/\\]/g, '-').trim()
  return `${visible === '' ? 'unnamed' : visible}${extension.trim()}`
}

/** Splits a name before its last dot. The extension includes the dot, and is empty if there is none. */
export function splitName(fileName: string): {readonly stem: string; readonly extension: string} {
  const dot = fileName.lastIndexOf('.')
  return dot === -1
    ? {stem: fileName, extension: ''}
    : {stem: fileName.slice(0, dot), extension: fileName.slice(dot)}
}

/** Orders names as people do: `2` before `10`. Names that compare as equal are ordered by code units. */
export function byNaturalOrder(a: string, b: string): number {
  return collator.compare(a, b) || byCodeUnits(a, b)
}

/** An order that does not depend on the locale or the ICU version. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
