import {setSecret} from '@actions/core'

/** What no output of the run may have, as it becomes known. */
export interface Secrets {
  /** Hides a value from now on: in everything that the action writes, and in the log of the job. */
  readonly add: (value: string) => void
  /** Everything that was added, longest first. Values with several lines are there by line too. */
  readonly all: () => readonly string[]
}

export function createSecrets(): Secrets {
  const known = new Set<string>()
  return {
    add(value) {
      const parts = [value, ...value.split('\n')].map((part) => part.trim())
      for (const part of parts) {
        if (part === '' || known.has(part)) continue
        known.add(part)
        // The runner takes the line out of the log. Other steps may print the value too.
        setSecret(part)
      }
    },
    all: () => [...known].toSorted((one, other) => other.length - one.length),
  }
}
