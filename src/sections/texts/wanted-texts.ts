import type {Field} from './fields.ts'

/** What the folder declares, by locale. Each has at least one text, in the order of `FIELDS`. */
export type WantedTexts = readonly LocaleTexts[]

export interface LocaleTexts {
  /** Apple's code. */
  readonly locale: string
  readonly texts: readonly WantedText[]
}

export interface WantedText {
  readonly field: Field
  /** With LF line ends and without trailing whitespace. Never empty. */
  readonly text: string
  /** Of its file, relative to the workspace. */
  readonly path: string
}
