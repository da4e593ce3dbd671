/** What takes its value from the environment: `env:NAME`. */
export const REFERENCE = /^env:\S*$/u

/** Whether a value from a file is a reference to the environment. */
export function isReference(value: unknown): boolean {
  return typeof value === 'string' && REFERENCE.test(value)
}

/** The name of the variable, or null if it cannot be one. */
export function variableOf(reference: string): string | null {
  return /^env:(?<name>[A-Za-z_]\w*)$/u.exec(reference)?.groups?.['name'] ?? null
}
