import type {Diagnostic} from '../../../core/diagnostic.ts'
import {plural} from '../../../core/plural.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {lineAt} from '../../../files/text-file.ts'
import type {WantedText} from '../wanted-texts.ts'

/** Why App Store Connect would refuse a text, as far as we can know without asking it; null if it would not. */
export function checkText({field, text, path}: WantedText): Diagnostic | null {
  switch (field.kind) {
    case 'web address':
      return isWebAddress(text) ? null : notAnAddress(field.words, path)
    case 'text':
      return tooLong(text, field, path)
  }
}

/** Apple's help: "Specify the entire URL, including the protocol." */
function isWebAddress(text: string): boolean {
  // The URL parser ignores line breaks and blanks, so they are checked first.
  return /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text)
}

function notAnAddress(words: string, path: string): Diagnostic {
  return errorAt(path, {
    line: 1,
    code: 'not-a-url',
    what: `is not a web address, but the ${words} must be one`,
    next: 'write one complete address on the first line, such as https://example.com/support',
  })
}

function tooLong(
  text: string,
  {words, limit}: {readonly words: string; readonly limit: number},
  path: string,
): Diagnostic | null {
  // Code points, as other tools that check it count; in UTF-16 an emoji would count twice.
  const characters = Array.from(text)
  const excess = characters.length - limit
  if (excess <= 0) return null
  const line = lineAt(text, characters.slice(0, limit).join('').length)
  return errorAt(path, {
    line,
    code: 'text-too-long',
    what: `has ${characters.length} characters, but App Store Connect allows ${limit} for "${words}"`,
    next: `shorten it by ${plural(excess, 'character')}; the limit is exceeded in line ${line}`,
  })
}
