import path from 'node:path'
import {pathToFileURL} from 'node:url'

/** A time that passes faster, for a store and for the action alike. */
export interface Time {
  /** For the store: milliseconds since 1970. */
  readonly now: () => number
  /** For the process of the action. */
  readonly env: Readonly<Record<string, string>>
}

/** @param speed - How many seconds pass in one. */
export function fastTime(speed: number): Time {
  const start = Date.now()
  const preload = pathToFileURL(path.join(import.meta.dirname, 'fast-clock.ts'))
  return {
    now: () => start + (Date.now() - start) * speed,
    env: {
      CLOCK_SPEED: String(speed),
      CLOCK_START: String(start),
      NODE_OPTIONS: `--import=${preload.href}`,
    },
  }
}
