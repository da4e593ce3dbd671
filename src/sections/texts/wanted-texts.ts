import {byCodeUnits} from '../../files/file-name.ts'
import type {Declared, Metadata} from '../../metadata/metadata.ts'
import {FIELDS} from '../../metadata/text-fields.ts'
import type {TextField} from '../../metadata/text-fields.ts'

/** What is declared, by locale. Each has at least one text, in the order of `FIELDS`. */
export type WantedTexts = readonly LocaleTexts[]

export interface LocaleTexts {
  /** Apple's code. */
  readonly locale: string
  readonly texts: readonly WantedText[]
}

/** A text with LF line ends and without trailing whitespace. Never empty. */
export interface WantedText extends Declared<string> {
  readonly field: TextField
}

/** The texts of everything that is declared. */
export function wantedTexts({texts}: Pick<Metadata, 'texts'>): WantedTexts {
  return [...texts]
    .toSorted(([one], [other]) => byCodeUnits(one, other))
    .map(([locale, own]) => ({
      locale,
      texts: FIELDS.flatMap((field) => {
        const declared = own.get(field.attribute)
        return declared === undefined ? [] : [{field, ...declared}]
      }),
    }))
}

/** Those that belong to a version, or to the app info. */
export function textsOf(owner: TextField['owner'], {texts}: LocaleTexts): readonly WantedText[] {
  return texts.filter(({field}) => field.owner === owner)
}
