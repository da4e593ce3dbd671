import type {Diagnostic} from '../core/diagnostic.ts'
import {plural} from '../core/plural.ts'
import {errorAt} from './diagnostic-at.ts'
import {lineAt} from './text-file.ts'
import type {TextFile} from './text-file.ts'

/**
 * The diagnostic for a text that is longer than App Store Connect allows, at the line where the limit is exceeded; null
 * if it is not.
 *
 * @param file.line - Where the text begins, if it is only a part of its file. Then the diagnostic is there.
 * @param options.words - The name of the text in messages.
 * @param options.limit - In characters.
 */
export function textTooLong(
  {text, path, line: begin}: TextFile & {readonly line?: number | undefined},
  {words, limit}: {readonly words: string; readonly limit: number},
): Diagnostic | null {
  const excess = lengthOf(text) - limit
  if (excess <= 0) return null
  const crossed = lineAt(text, Array.from(text).slice(0, limit).join('').length)
  const more = plural(excess, 'character')
  return errorAt(path, {
    line: begin ?? crossed,
    code: 'text-too-long',
    what: `has ${lengthOf(text)} characters, but App Store Connect allows ${limit} for "${words}"`,
    next:
      begin === undefined
        ? `shorten it by ${more}; the limit is exceeded in line ${crossed}`
        : `shorten it by ${more}`,
  })
}

/** Code points, as other tools that check it count; in UTF-16 an emoji would count twice. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}
