import {setTimeout as delay} from 'node:timers/promises'

/** The clock. Tests bring their own. */
export interface Clock {
  /** In milliseconds, from any fixed moment. */
  readonly now: () => number
  /** @throws the reason of the signal if it is aborted meanwhile. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => delay(milliseconds, undefined, {signal}),
}
