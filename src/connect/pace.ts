import {setTimeout as delay} from 'node:timers/promises'

/** Keeps all requests of a run together within Apple's limits. */
export interface Pace {
  /** Waits until a request may go out. */
  readonly turn: () => Promise<void>
  /** Learns from an answer: from its rate limit header, and that one more of the writes is done. */
  readonly saw: (rateLimitHeader: string | undefined, isWrite: boolean) => void
  /**
   * Learns that a request was refused for coming too soon; everybody pauses.
   *
   * @param sentAt - When the refused request was sent, on the same clock as the pace.
   * @param retryAfter - Seconds that the answer asked to wait, or null.
   * @throws if the budget has not come back for longer than Apple's window.
   */
  readonly refused: (sentAt: number, retryAfter: number | null) => void
  /** How many more writes the run needs, or, with a negative number, needs no longer: to slow down in time. */
  readonly expect: (writes: number) => void
}

const FIRST_PAUSE_SECONDS = 5
const LONGEST_PAUSE_SECONDS = 5 * 60
/** The budget counts a rolling hour (Apple, "Identifying Rate Limits"), so it must be back after one. */
const LONGEST_WAIT_SECONDS = 75 * 60

/** The hourly budget did not come back within its own window. */
export class RateLimitError extends Error {
  override readonly name = 'RateLimitError'
  readonly code = 'RATE_LIMIT'

  constructor() {
    super(
      'App Store Connect has refused every request for more than an hour because its rate limit is used up. Something else uses the same API key; make a key of its own for this job, or run again later.',
    )
  }
}

/** Time as a run lives it; tests bring their own. */
export interface Clock {
  /** In milliseconds, from any fixed moment. */
  readonly now: () => number
  /** @throws the reason of the signal if it is aborted meanwhile. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => delay(milliseconds, undefined, {signal}),
}

export interface PaceOptions {
  /** Says that and until when the run waits. */
  readonly tell: (message: string) => void
  readonly signal: AbortSignal
  /** How many jobs like this one use the key at the same time, this one included. */
  readonly jobs: number
  readonly clock?: Clock
}

/**
 * Of jobs that share the budget, each takes the others to need as much as it does, and goes on at its part of the pace.
 */
export function createPace({tell, signal, jobs, clock = REAL_CLOCK}: PaceOptions): Pace {
  let pausedUntil = 0
  let pauseSeconds = 0
  let refusedSince: number | null = null
  let budget: {limit: number; remaining: number} | null = null
  let needed = 0
  let nextSlot = 0
  let isTold = false

  const shared = jobs === 1 ? '' : ` by ${jobs} jobs together`
  const isShort = () => budget !== null && budget.remaining < needed * jobs
  return {
    async turn() {
      while (clock.now() < pausedUntil) await clock.sleep(pausedUntil - clock.now(), signal)
      if (budget === null || !isShort()) return
      const slot = Math.max(clock.now(), nextSlot)
      nextSlot = slot + (3_600_000 / budget.limit) * jobs
      await clock.sleep(Math.max(0, slot - clock.now()), signal)
    },

    saw(header, isWrite) {
      refusedSince = null
      pauseSeconds = 0
      if (isWrite) needed -= 1
      budget = parseRateLimit(header) ?? budget
      if (!isTold && isShort() && budget !== null) {
        tell(
          `App Store Connect allows ${budget.remaining} more requests this hour and about ${needed * jobs} are needed${shared}: going on at ${Math.round(budget.limit / 60 / jobs)} a minute.`,
        )
      }
      isTold = isShort()
    },

    refused(sentAt, retryAfter) {
      if (sentAt < pausedUntil) return
      const now = clock.now()
      refusedSince ??= now
      if (now - refusedSince > LONGEST_WAIT_SECONDS * 1000) throw new RateLimitError()
      pauseSeconds = Math.min(
        LONGEST_PAUSE_SECONDS,
        Math.max(FIRST_PAUSE_SECONDS, pauseSeconds * 2),
      )
      const seconds = Math.min(LONGEST_WAIT_SECONDS, retryAfter ?? pauseSeconds)
      pausedUntil = now + seconds * 1000
      const until = new Date(Date.now() + seconds * 1000).toISOString().slice(11, 19)
      tell(`App Store Connect's rate limit is reached: waiting until ${until} UTC.`)
    },

    expect(writes) {
      needed += writes
    },
  }
}

/** Reads `user-hour-lim:3500;user-hour-rem:500;` (Apple, "Identifying Rate Limits"). */
function parseRateLimit(
  header: string | undefined,
): {readonly limit: number; readonly remaining: number} | null {
  const limit = /user-hour-lim:(\d+)/.exec(header ?? '')?.[1]
  const remaining = /user-hour-rem:(\d+)/.exec(header ?? '')?.[1]
  if (limit === undefined || remaining === undefined || Number(limit) === 0) return null
  return {limit: Number(limit), remaining: Number(remaining)}
}
