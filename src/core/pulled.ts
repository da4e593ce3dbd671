import type {Diagnostic} from './diagnostic.ts'

/** What the store has of a section, as the folder would have it. */
export interface Pulled {
  /** By the id of the declaration, such as `copyright` or `en-US/description`. */
  readonly values: PulledValues
  readonly files: readonly PulledFile[]
  /** The number of files that the folder already has under other names. */
  readonly unchanged: number
  /** What cannot be pulled, and why. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Texts and settings of the store by the id of their declaration. None is empty. */
export type PulledValues = ReadonlyMap<string, string | boolean>

/** A file of a pull. */
export interface PulledFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string
  /** In words, for one of them: `screenshot`. */
  readonly noun: string
  /** Apple's code, or null for what is the same in every locale. */
  readonly locale: string | null
  readonly content: PulledContent
}

export type PulledContent = {readonly text: string} | FetchedContent

/** Bytes that the store has. */
export interface FetchedContent {
  /** Of the bytes that were uploaded, in lower-case hex: a file that has them is not fetched. Null if unknown. */
  readonly md5: string | null
  /**
   * Writes the bytes to a new file.
   *
   * @param file - Absolute.
   * @returns why the store has no bytes for the folder, or null if they are there.
   * @throws {ExpectedError} if they cannot be fetched.
   */
  readonly fetch: (file: string, signal: AbortSignal) => Promise<Diagnostic | null>
}

/** What became of a pull. */
export interface PullResult {
  readonly written: readonly WrittenFile[]
  /** The number of texts, settings and files that the folder already had. */
  readonly unchanged: number
}

/** A file that a pull has written. */
export type WrittenFile = Pick<PulledFile, 'path' | 'noun' | 'locale'>

/** Of a section of which the store has nothing. */
export const NOTHING_PULLED: Pulled = {
  values: new Map(),
  files: [],
  unchanged: 0,
  diagnostics: [],
}

/** The values that are set: neither null nor empty. */
export function setValues(all: Iterable<readonly [string, string | boolean | null]>): PulledValues {
  const set = [...all].flatMap(([id, value]) =>
    value === null || (typeof value === 'string' && value.trim() === '')
      ? []
      : [[id, value] as const],
  )
  return new Map(set)
}
