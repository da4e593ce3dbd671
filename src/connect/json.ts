const QUOTE = 0x22
const BACKSLASH = 0x5c
const [OPEN_LIST, OPEN_OBJECT] = [0x5b, 0x7b]
const [CLOSE_LIST, CLOSE_OBJECT] = [0x5d, 0x7d]

/** Apple's answers are some ten levels deep. */
const MAX_LEVELS = 100
/** Lists and objects together. Each takes 20 times the memory of its two characters. */
const MAX_PARTS = 1_000_000

/**
 * Parses JSON from outside.
 *
 * @returns undefined if it is not JSON, or would need much more memory than it has bytes.
 */
export function parseJson(bytes: Buffer): unknown {
  if (!isSafeToParse(bytes)) return undefined
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return value
  } catch {
    return undefined
  }
}

function isSafeToParse(bytes: Buffer): boolean {
  let level = 0
  let parts = 0
  let inText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === QUOTE) inText = !inText
    else if (inText) at += byte === BACKSLASH ? 1 : 0
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      level += 1
      parts += 1
      if (level > MAX_LEVELS || parts > MAX_PARTS) return false
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) level -= 1
  }
  return true
}
