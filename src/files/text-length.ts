import type {Diagnostic} from '../core/diagnostic.ts'
import {plural} from '../core/plural.ts'
import {errorAt} from './diagnostic-at.ts'
import {lineAt} from './text-file.ts'
import type {TextFile} from './text-file.ts'

/**
 * The diagnostic for a text that is longer than App Store Connect allows, at the line where the limit is exceeded; null
 * if it is not.
 *
 * @param options.words - The name of the text in messages.
 * @param options.limit - In characters.
 */
export function textTooLong(
  {text, path}: TextFile,
  {words, limit}: {readonly words: string; readonly limit: number},
): Diagnostic | null {
  const excess = lengthOf(text) - limit
  if (excess <= 0) return null
  const line = lineAt(text, Array.from(text).slice(0, limit).join('').length)
  return errorAt(path, {
    line,
    code: 'text-too-long',
    what: `has ${lengthOf(text)} characters, but App Store Connect allows ${limit} for "${words}"`,
    next: `shorten it by ${plural(excess, 'character')}; the limit is exceeded in line ${line}`,
  })
}

/** Code points, as other tools that check it count; in UTF-16 an emoji would count twice. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}
