/** What has no place in a line of text: control characters, and those that turn the reading direction around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * Makes text from outside fit for one line of a log: nothing invisible, no line ends, and nothing that the runner takes
 * for a workflow command (`::` at the beginning of a line, `##[` anywhere in it).
 */
export function asLine(text: string): string {
  return text
    .replaceAll(INVISIBLE, (character) => {
      const point = character.codePointAt(0) ?? 0
      return point === 9 ? ' ' : `\\u{${point.toString(16)}}`
    })
    .replaceAll('##[', String.raw`#\u{23}[`)
    .replace(/^\s*::/, String.raw`\u{3a}:`)
}

/**
 * Makes text from outside fit for Markdown and HTML: every character that could mean something in either becomes
 * an entity.
 */
export function asText(text: string): string {
  return asLine(text).replaceAll(/[^\p{L}\p{N}\p{M} .,:/;()-]|:(?! )/gu, (character) => {
    const point = character.codePointAt(0) ?? 0
    return `&#${point};`
  })
}

/** Shows text from outside as what it is: a name, letter for letter. */
export function asCode(text: string): string {
  return `<code>${asText(text)}</code>`
}
