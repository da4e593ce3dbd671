/** What has no place in a line of text: control characters, and those that turn the reading direction around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** GitHub drops a summary of more than 1 MiB, and a character may take 22 bytes there. */
const MOST_CHARACTERS = 10_000

/**
 * Makes text from outside fit for one line of a log: nothing invisible, no line ends, nothing that the runner takes
 * for a workflow command (`::` at the beginning of a line, `##[` anywhere in it), and not too much.
 */
export function asLine(text: string): string {
  const more = text.length - MOST_CHARACTERS
  if (more > 0) return `${asLine(text.slice(0, MOST_CHARACTERS))} (and ${more} more characters)`
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
 * an entity, also where GitHub would make a link of a plain address.
 */
export function asText(text: string): string {
  return withEntities(asLine(text))
}

/**
 * As {@link asText}, for what GitHub shows outside `<code>`: it would also make mentions and references of names and
 * numbers, whether or not they are entities. An empty comment between the parts keeps it from that.
 *
 * @see https://github.com/github/cmark-gfm/issues/181
 */
export function asProse(text: string): string {
  const parts = asLine(text)
    .replaceAll(REFERENCE, (found) => found.replaceAll(/[@#]|-|[\da-f]{6}/giu, `$&${BREAK}`))
    .split(BREAK)
  return parts.map(withEntities).join('<!-- -->')
}

/** No line has it. */
const BREAK = '\0'

/** `@name`, `#12`, `GH-12`, and the SHA of a commit. */
const REFERENCE = /[@#]|GH-(?=\d)|(?<![\p{L}\p{N}_])[\da-f]{7,40}(?![\p{L}\p{N}_])/giu

function withEntities(line: string): string {
  return line.replaceAll(/[^\p{L}\p{N}\p{M} .,:/;()-]|:(?! )|w(?=ww\.)/giu, (character) => {
    const point = character.codePointAt(0) ?? 0
    return `&#${point};`
  })
}

/** Shows text from outside as what it is: a name, letter for letter. */
export function asCode(text: string): string {
  return `<code>${asText(text)}</code>`
}
