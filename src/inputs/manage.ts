import {InputError} from './input-error.ts'
import {defaultOf} from './input-values.ts'
import type {InputValues} from './input-values.ts'

/** The parts of the listing to manage. */
export interface ManageInput {
  /** Spelled as in the list of known names. With `all`, every known name. */
  readonly names: ReadonlySet<string>
  /** Whether it equals the default. Then folders may be missing. */
  readonly isDefault: boolean
  /** Whether to manage every part that the root has. */
  readonly all: boolean
}

const ALL = 'all'

/**
 * Reads the input `manage`.
 *
 * @param known - Every name that it accepts.
 * @throws {InputError} if it names something else or nothing.
 */
export function readManage(values: InputValues, known: readonly string[]): ManageInput {
  const wanted = wordsOf(values.text('manage'))
  const byWord = new Map([...known, ALL].map((name) => [name.toLowerCase(), name]))
  const unknown = wanted.filter((word) => !byWord.has(word))
  if (unknown.length > 0 || wanted.length === 0) {
    const found = unknown.length > 0 ? unknown.join(', ') : 'nothing'
    throw new InputError(`\`manage\` must name ${known.join(', ')} or ${ALL}, but names ${found}.`)
  }
  const all = wanted.includes(ALL)
  const names = new Set(all ? known : wanted.flatMap((word) => byWord.get(word) ?? []))
  return {names, all, isDefault: isSame(wanted, wordsOf(defaultOf('manage')))}
}

/** Splits at commas, spaces and line ends. In lower case, without duplicates. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[\s,]+/u)
  return [...new Set(words)].filter((word) => word !== '')
}

/** Whether two lists without duplicates have the same words, in any order. */
function isSame(words: readonly string[], others: readonly string[]): boolean {
  return words.length === others.length && words.every((word) => others.includes(word))
}
