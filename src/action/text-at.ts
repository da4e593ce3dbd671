/** The text at a place in JSON from outside; null where there is none. */
export function textAt(value: unknown, ...names: readonly string[]): string | null {
  const found = names.reduce(member, value)
  return typeof found === 'string' ? found : null
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
