import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAt, warningAt} from '../../files/diagnostic-at.ts'
import {lineAt} from '../../files/text-file.ts'
import {textTooLong} from '../../files/text-length.ts'
import type {Declaration} from '../declaration.ts'

/** Why App Store Connect would refuse a value, as far as we can know without asking it. No message has the value. */
export function checkDeclaration(declaration: Declaration): readonly Diagnostic[] {
  const {value, words, at, rules} = declaration
  if (typeof value !== 'string' || value === '') return []
  switch (rules.kind) {
    case 'web address':
      return isWebAddress(value) ? [] : [wrong(declaration, NOT_AN_ADDRESS)]
    case 'e-mail':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value) ? [] : [wrong(declaration, NOT_AN_EMAIL)]
    case 'phone':
      return isPhoneNumber(value) ? [] : [wrong(declaration, NOT_A_PHONE_NUMBER)]
    case 'text': {
      const {limit} = rules
      const long = limit === null ? null : textTooLong({text: value, ...at}, {words, limit})
      return [long, forbiddenCharacters(declaration, value)].filter((each) => each !== null)
    }
    case 'category':
    case 'subcategory':
    case 'other':
      return []
  }
}

/** Apple's help: "Specify the entire URL, including the protocol." */
function isWebAddress(text: string): boolean {
  // The URL parser ignores line breaks and blanks, so they are checked first.
  return /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text)
}

/**
 * Apple's answer: "Preface the phone number with '+' followed by the country code (for example, +44 844 209 0611)", and
 * not longer than 20 bytes (fastlane/fastlane#8839). It refuses numbers that only fill the field, such as
 * +81-90-0000-0000 and +10000000000 (indiagrams/apple-shipkit#189).
 */
function isPhoneNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/gu, '')
  return (
    /^\+[1-9][\d ().-]*$/u.test(text) &&
    text.length <= 20 &&
    digits.length >= 7 &&
    !/0{7}$/u.test(digits)
  )
}

interface Wrong {
  readonly code: string
  /** The rest of a sentence that begins with the file. */
  readonly what: string
  readonly next: string
}

const NOT_AN_ADDRESS: Wrong = {
  code: 'not-a-url',
  what: 'is not a web address',
  next: 'write one complete address in one line, such as https://example.com/support',
}

const NOT_AN_EMAIL: Wrong = {
  code: 'not-an-email',
  what: 'is not an e-mail address',
  next: 'write one address, such as review@example.com',
}

const NOT_A_PHONE_NUMBER: Wrong = {
  code: 'not-a-phone-number',
  what: 'is not a phone number that App Store Connect takes',
  next: 'write + and the country code, then a number that somebody answers: +44 20 7946 0123, at most 20 characters',
}

/** A file of its own is the value; in `app-store.yml` the value has a line. */
function wrong({words, at: {path, line}}: Declaration, {code, what, next}: Wrong): Diagnostic {
  return errorAt(path, {
    line: line ?? 1,
    code,
    what:
      line === undefined
        ? `${what}, but the ${words} must be one`
        : `has a wrong ${words}: it ${what}`,
    next,
  })
}

/** Those of {@link Rules.refuses}. */
function forbiddenCharacters(
  {words, at, rules, isSecret}: Declaration,
  text: string,
): Diagnostic | null {
  switch (rules.refuses) {
    case 'control characters': {
      const found = /\p{Cc}/u.exec(text)
      if (found === null) return null
      const isBreak = found[0] === '\n'
      return errorAt(at.path, {
        line: at.line ?? lineAt(text, found.index),
        code: 'forbidden-character',
        what: `has ${isBreak ? 'more than one line' : 'a control character'}, which App Store Connect refuses in the ${words}`,
        next: isBreak ? 'write it in one line' : 'remove what cannot be seen, such as tabs',
      })
    }
    case 'some emoji': {
      const found = /\p{Emoji_Presentation}/u.exec(text)
      if (found === null || isSecret) return null
      return warningAt(at.path, {
        line: at.line ?? lineAt(text, found.index),
        code: 'emoji',
        what: `has ${found[0]}; App Store Connect refuses some emoji in the ${words}, and does not say which`,
        next: 'remove it if the run fails for it',
      })
    }
    case null:
      return null
  }
}
