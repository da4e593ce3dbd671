import {isText} from '../core/json-values.ts'
import {HIDDEN} from '../metadata/metadata.ts'
import type {Declared} from '../metadata/metadata.ts'
import {SETTINGS} from '../metadata/settings.ts'
import type {Setting} from '../metadata/settings.ts'
import {storedText} from '../files/stored-text.ts'

/** A value of a resource in App Store Connect; null if it is not set. */
export type FieldValue = string | boolean | null

/** Values by Apple's name of the field. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** A value that the repository declares for one field of a resource. */
export interface Field extends Declared<FieldValue> {
  /** Apple's name: unique in its section. */
  readonly name: string
  /** Its row in the table of settings. */
  readonly setting: Setting
  /** Whether two values of the field are the same for Apple. */
  readonly isSame: (one: FieldValue, other: FieldValue) => boolean
}

const byId: ReadonlyMap<string, Setting> = new Map(SETTINGS.map((each) => [each.id, each]))

/** The row of a setting. @throws {Error} if there is none of this id, which is a bug. */
export function settingOf(id: string): Setting {
  const setting = byId.get(id)
  if (setting === undefined) throw new Error(`There is no setting ${id}.`)
  return setting
}

/**
 * A declared field.
 *
 * @param id - Of the setting.
 * @param declared - Null if it is not declared.
 * @param options - Apple's name of the field, if it is not the id; how its values are compared, if not as texts.
 * @returns the field, or none, as a list.
 */
export function fieldOf(
  id: string,
  declared: Declared<FieldValue> | null | undefined,
  {name = id, isSame = isSameValue}: Partial<Pick<Field, 'name' | 'isSame'>> = {},
): readonly Field[] {
  return declared ? [{...declared, name, setting: settingOf(id), isSame}] : []
}

/** Texts are compared without trailing whitespace; an empty one is none. */
export function isSameValue(one: FieldValue, other: FieldValue): boolean {
  return plainValue(one) === plainValue(other)
}

/** Whether two dates are the same instant, however they are written. */
export function isSameInstant(one: FieldValue, other: FieldValue): boolean {
  const [first, second] = [one, other].map((date) => Date.parse(String(date)))
  return first === second || isSameValue(one, other)
}

/** Whether a resource has a value for a field. */
export function isSet(value: FieldValue | undefined): boolean {
  return plainValue(value ?? null) !== null
}

/** What must not be shown of the values in the store: those of fields that are declared as secrets. */
export function secretsIn(fields: readonly Field[], values: FieldValues): readonly string[] {
  return fields.flatMap(({name, isSecret}) => {
    const value = values[name] ?? ''
    return isSecret && isText(value) && isSet(value) ? [value] : []
  })
}

/** What people see of a field that has no value. */
const NONE = '(none)'

/** A value in words that people use, such as `after-approval` or `yes`. */
export function valueWords(
  {isSecret, setting: {values}}: Pick<Field, 'isSecret' | 'setting'>,
  value: FieldValue,
): string {
  const plain = plainValue(value)
  if (plain === null) return NONE
  if (isSecret) return HIDDEN
  if (typeof plain === 'boolean') return plain ? 'yes' : 'no'
  const [word = plain] = Object.entries(values ?? {}).find(([, apples]) => apples === plain) ?? []
  return word
}

function plainValue(value: FieldValue): FieldValue {
  return typeof value === 'string' ? storedText(value) : value
}

/** The value of a field in words that people use. */
export function shownValue(field: Field): string {
  return valueWords(field, field.value)
}
