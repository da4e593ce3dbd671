import type {FilePosition} from '../core/diagnostic.ts'
import type {Setting} from './settings.ts'
import type {TextField} from './text-fields.ts'

/** What the value of a declaration must be, as far as that is known without asking Apple. */
export interface Rules {
  readonly kind: TextField['kind'] | Setting['kind']
  /** In characters, or null if none is known. */
  readonly limit: number | null
  readonly refuses: TextField['refuses']
}

/** One thing that a file declares, of either source. */
export interface Declaration {
  /** What is declared: the same in fastlane's folder and in `app-store.yml`. */
  readonly id: string
  /** In words, for messages. */
  readonly words: string
  /** An empty text: declared to have none. Null: this run does not know it, because it reads no environment. */
  readonly value: string | boolean | null
  readonly at: FilePosition
  /** Whether the value must not be shown. */
  readonly isSecret: boolean
  readonly rules: Rules
}

/** What is the same for every declaration of a text. @param locale - Apple's code. */
export function aboutText(
  locale: string,
  field: TextField,
): Pick<Declaration, 'id' | 'words' | 'rules' | 'isSecret'> {
  return {
    id: textId(locale, field),
    words: `${field.words} of ${locale}`,
    rules: field,
    isSecret: false,
  }
}

/** What is the same for every declaration of a setting. */
export function aboutSetting({
  id,
  words,
  kind,
  isSecret,
}: Setting): Pick<Declaration, 'id' | 'words' | 'rules' | 'isSecret'> {
  return {id, words, rules: {kind, limit: null, refuses: null}, isSecret}
}

/** The id of a text in a locale. @param locale - Apple's code. */
export function textId(locale: string, {attribute}: Pick<TextField, 'attribute'>): string {
  return `${locale}/${attribute}`
}
