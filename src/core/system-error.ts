/**
 * A text that a system error carries, such as its `code` (`ENOENT`) or its `path`; empty where it has none.
 * Looks at the property alone: an error may come from another realm, where `instanceof` fails.
 */
export function systemErrorText(error: unknown, property: 'code' | 'path'): string {
  if (typeof error !== 'object' || error === null || !(property in error)) return ''
  const value: unknown = Reflect.get(error, property)
  return typeof value === 'string' ? value : ''
}
