import {codeParts} from './facts/words.ts'

/** Control characters, and characters that change the reading direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** GitHub drops a summary of more than 1 MiB, and an escaped character may have 22 bytes. */
const MAX_CHARACTERS = 10_000

/**
 * Escapes text from outside for one line of a log: no invisible characters, no line ends, nothing that the runner
 * interprets as a workflow command (`::` at the beginning of a line, `##[` anywhere in it), and limited in length.
 */
export function asLine(text: string): string {
  const more = text.length - MAX_CHARACTERS
  if (more > 0) return `${asLine(text.slice(0, MAX_CHARACTERS))} (and ${more} more characters)`
  return (PLAIN.test(text) ? text : withoutInvisible(text))
    .replaceAll('##[', OLD_COMMAND)
    .replace(/^\s*::/, COMMAND)
}

/** How workflow commands are shown. */
const OLD_COMMAND = String.raw`#\u{23}[`
const COMMAND = String.raw`\u{3a}:`

/** A fast path: most names match, and a report has very many. */
const PLAIN = /^[ -~]*$/

function withoutInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => {
    const point = character.codePointAt(0) ?? 0
    return point === 9 ? ' ' : `\\u{${point.toString(16)}}`
  })
}

/**
 * Escapes text from outside for Markdown and HTML: every character with a meaning in either becomes an entity,
 * including those by which GitHub turns a plain URL into a link.
 */
export function asText(text: string): string {
  return withEntities(asLine(text))
}

/**
 * Like {@link asText}, for text outside `<code>`, where GitHub also links mentions and references, even if they are
 * written as entities. An empty comment between their parts prevents that.
 *
 * @see https://github.com/github/cmark-gfm/issues/181
 */
export function asProse(text: string): string {
  const parts = asLine(text)
    .replaceAll(REFERENCE, (found) => found.replaceAll(/[@#]|-|[\da-f]{6}/giu, `$&${BREAK}`))
    .split(BREAK)
  return parts.map(withEntities).join('<!-- -->')
}

/** Never occurs in a line. */
const BREAK = '\0'

/** `@name`, `#12`, `GH-12`, and the SHA of a commit. */
const REFERENCE = /[@#]|GH-(?=\d)|(?<![\p{L}\p{N}_])[\da-f]{7,40}(?![\p{L}\p{N}_])/giu

function withEntities(line: string): string {
  return line.replaceAll(/[^\p{L}\p{N}\p{M} .,:/;()·-]|:(?! )|w(?=ww\.)/giu, (character) => {
    const point = character.codePointAt(0) ?? 0
    return `&#${point};`
  })
}

/**
 * Like {@link asProse}, for messages of the action, which may quote text from outside: an input or another word
 * between backticks is shown as code.
 */
export function asMessage(message: string): string {
  const parts = codeParts(message)
  return parts.map((part, index) => (index % 2 === 1 ? asCode(part) : asProse(part))).join('')
}

/**
 * Escapes a text of several lines, such as a description, and keeps its line breaks.
 *
 * @param escape - Escapes one line.
 */
export function asLines(text: string, escape: (line: string) => string = asProse): string {
  const more = text.length - MAX_CHARACTERS
  const lines = text.slice(0, MAX_CHARACTERS).split(/\r\n|[\n\r\u2028\u2029]/u)
  const rest = more > 0 ? [`(and ${more} more characters)`] : []
  return [...lines, ...rest].map((line) => withJoiners(line, escape)).join('<br>')
}

/** Many scripts and emoji need them between letters, and they do not change the reading direction. */
const JOINERS = /([\u200C\u200D])/u

function withJoiners(line: string, escape: (line: string) => string): string {
  const parts = line.split(JOINERS)
  return parts.map((part, index) => (index % 2 === 1 ? withEntities(part) : escape(part))).join('')
}

/** Escapes a URL that was checked before for an attribute, as short as it can be: a report has very many. */
export function asAddress(url: string): string {
  return asLine(url).replaceAll(/[^\w:/?=%.,~+-]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0
    return `&#${point};`
  })
}

/** Shows text from outside as code: a name, letter by letter. */
export function asCode(text: string): string {
  return `<code>${asText(text)}</code>`
}
