/**
 * A text property of a system error, such as its `code` (`ENOENT`) or its `path`; empty if it has none. Only the
 * property is checked: an error may come from another realm, where `instanceof` fails.
 */
export function systemErrorText(error: unknown, property: 'code' | 'path' | 'syscall'): string {
  if (typeof error !== 'object' || error === null || !(property in error)) return ''
  const value: unknown = Reflect.get(error, property)
  return typeof value === 'string' ? value : ''
}
