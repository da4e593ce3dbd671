/** What no output of the run may have, as it becomes known. */
export interface Secrets {
  /** Hides a value from now on, in everything that the run writes. */
  readonly add: (value: string) => void
  /** Everything that was added, longest first. Values with several lines are there by line too. */
  readonly all: () => readonly string[]
}

/** @param hide - Hides a value in what others print: other steps may print it too. */
export function createSecrets(hide: (value: string) => void): Secrets {
  const known = new Set<string>()
  return {
    add(value) {
      const parts = [value, ...value.split('\n')].map((part) => part.trim())
      for (const part of parts) {
        if (part === '' || known.has(part)) continue
        known.add(part)
        hide(part)
      }
    },
    all: () => [...known].toSorted((one, other) => other.length - one.length),
  }
}
