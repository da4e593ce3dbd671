import type {Failure} from '../../core/results.ts'
import type {Problem} from '../../core/diagnostic.ts'

/** `1 file`, `2 files`. */
export function plural(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

/** What happened to a step and what to do, where there is more to say. */
export function failureWords({message, remedy}: Failure): string {
  return remedy === '' ? message : `${message} ${remedy}`
}

/** What is wrong and what to do, as it reads after the path that it is about. */
export function problemWords({finding, expectation}: Problem): string {
  const end = expectation.endsWith('?') ? '' : '.'
  return `${finding}. ${capitalised(expectation)}${end}`
}

/** With a capital letter at the beginning, as a sentence that stands by itself. */
export function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
