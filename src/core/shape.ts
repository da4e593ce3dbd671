/** Tells whether a value from outside is of some form. */
export type Check = (value: unknown) => boolean

/** The form of an object: a check for each member that it must have. It may have others. */
export type Shape = Readonly<Record<string, Check>>

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isTextOrNull = (value: unknown) => value === null || isText(value)
export const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
export const isBoolean = (value: unknown) => typeof value === 'boolean'

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isListOf<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem)
}

/** The members that keep a value from having the shape; empty if it has it. */
export function misfits(value: Readonly<Record<string, unknown>>, shape: Shape): readonly string[] {
  return Object.entries(shape).flatMap(([name, check]) => (check(value[name]) ? [] : [name]))
}
