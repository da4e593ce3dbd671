import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {textTooLong} from '../../../files/text-length.ts'
import type {WantedText} from '../wanted-texts.ts'

/** Why App Store Connect would refuse a text, as far as we can know without asking it; null if it would not. */
export function checkText({field, text, path}: WantedText): Diagnostic | null {
  switch (field.kind) {
    case 'web address':
      return isWebAddress(text) ? null : notAnAddress(field.words, path)
    case 'text':
      return textTooLong({text, path}, field)
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
