import type {Diagnostic} from '../../core/diagnostic.ts'

/**
 * What is wrong and what to do next, as sentences. The first may lack its subject, which the reader sees before it.
 */
export function diagnosticWords({what, next}: Pick<Diagnostic, 'what' | 'next'>): string {
  return next === '' ? sentence(what) : `${sentence(what)} ${capitalised(sentence(next))}`
}

/** Starts with a capital letter. */
export function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Adds a full stop unless the sentence already ends. */
export function sentence(words: string): string {
  return /[.?!…]["'”’)]?$/u.test(words) ? words : `${words}.`
}

/** A state as App Store Connect writes it: `PREPARE_FOR_SUBMISSION` → `Prepare for Submission`. */
export function stateWords(state: string): string {
  const words = state.split('_').map((word) => {
    return word === 'FOR' ? 'for' : `${word.charAt(0)}${word.slice(1).toLowerCase()}`
  })
  return words.join(' ')
}

/** Splits a message at its words of code, such as `mode: plan`. Every second part is code, without its backticks. */
export function codeParts(message: string): readonly string[] {
  return message.split(/`([\w.<>/-]+(?:: [\w./-]+)?)`/u)
}
