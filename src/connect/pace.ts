import {setTimeout as delay} from 'node:timers/promises'

import pLimit from 'p-limit'

import {clockTime} from './clock-time.ts'

/** Keeps all requests of a run together within Apple's limits. */
export interface Pace {
  /** Waits until a request may go out. */
  readonly turn: () => Promise<Turn>
  /** Learns from an answer: from its rate limit header, and that one more of the writes is done. */
  readonly saw: (rateLimitHeader: string | undefined, isWrite: boolean) => void
  /**
   * Learns that a request was refused for coming too soon; everybody pauses.
   *
   * @param sentAt - When the refused request got its turn.
   * @param retryAfter - Seconds that the answer asked to wait, or null.
   * @throws if the budget has not come back for longer than Apple's window.
   */
  readonly refused: (sentAt: number, retryAfter: number | null) => void
  /** How many more writes the run needs, or, with a negative number, needs no longer: to slow down in time. */
  readonly expect: (writes: number) => void
}

/** The time of one request, which ends when it has been answered or has failed. */
export interface Turn extends Disposable {
  /** On the clock of the pace. */
  readonly givenAt: number
}

/** fastlane allows itself ten, and Apple answers random 500s above that. */
const REQUESTS_UNDER_WAY = 10
const FIRST_PAUSE_SECONDS = 5
const LONGEST_PAUSE_SECONDS = 5 * 60
/** The budget counts a rolling hour (Apple, "Identifying Rate Limits"), so it must be back after one. */
const LONGEST_WAIT_SECONDS = 75 * 60
/**
 * After a refusal requests go one at a time until so long has passed: users report a limit of some 300 requests a minute,
 * about what one at a time comes to.
 */
const CALM_SECONDS = 60
/** Limits an hour that can be true; Apple's is 3,500, and "actual limits can vary". */
const LIMITS = {least: 100, most: 100_000}

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
  /** Turns are given one after the other, so that all wait behind the one that may go next. */
  const gate = pLimit(1)
  const underWay = new Set<Promise<void>>()
  let pausedUntil = 0
  let calmAt = 0
  let pauseSeconds = 0
  let refusedSince: number | null = null
  let budget: Budget | null = null
  let needed = 0
  let nextSlot = 0
  let isTold = false

  const shared = jobs === 1 ? '' : ` by ${jobs} jobs together`
  const isShort = () => budget !== null && budget.remaining < needed * jobs
  const mostUnderWay = () => {
    if (clock.now() < calmAt) return 1
    const allowed = budget === null ? REQUESTS_UNDER_WAY : Math.floor(budget.remaining / jobs)
    return Math.max(1, Math.min(REQUESTS_UNDER_WAY, allowed))
  }
  /** What the next request has to wait for; null when it may go. */
  const obstacle = (): Promise<void> | null => {
    const now = clock.now()
    if (now < pausedUntil) return clock.sleep(pausedUntil - now, signal)
    if (underWay.size >= mostUnderWay()) return Promise.race(underWay)
    return isShort() && now < nextSlot ? clock.sleep(nextSlot - now, signal) : null
  }
  return {
    turn: () =>
      gate(async () => {
        for (let wait = obstacle(); wait !== null; wait = obstacle()) await wait
        if (budget !== null && isShort()) {
          nextSlot = Math.max(clock.now(), nextSlot) + (3_600_000 / budget.limit) * jobs
        }
        const {promise, resolve} = Promise.withResolvers<void>()
        underWay.add(promise)
        return {
          givenAt: clock.now(),
          [Symbol.dispose]() {
            underWay.delete(promise)
            resolve()
          },
        }
      }),

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
      const left = LONGEST_WAIT_SECONDS - (now - refusedSince) / 1000
      if (left <= 0) throw new RateLimitError()
      pauseSeconds = Math.min(
        LONGEST_PAUSE_SECONDS,
        Math.max(FIRST_PAUSE_SECONDS, pauseSeconds * 2),
      )
      // One that asks for next to nothing would have us knock without end.
      const asked = retryAfter !== null && retryAfter >= FIRST_PAUSE_SECONDS ? retryAfter : null
      const milliseconds = Math.min(left, asked ?? pauseSeconds) * 1000
      pausedUntil = now + milliseconds
      calmAt = pausedUntil + CALM_SECONDS * 1000
      tell(
        `App Store Connect's rate limit is reached: waiting until ${clockTime(milliseconds)} UTC.`,
      )
    },

    expect(writes) {
      needed += writes
    },
  }
}

interface Budget {
  readonly limit: number
  readonly remaining: number
}

/** Reads `user-hour-lim:3500;user-hour-rem:500;` (Apple, "Identifying Rate Limits"); null for what cannot be true. */
function parseRateLimit(header: string | undefined): Budget | null {
  const limit = Number(/user-hour-lim:(\d+)(?![\d.])/.exec(header ?? '')?.[1] ?? Number.NaN)
  const remaining = Number(/user-hour-rem:(\d+)(?![\d.])/.exec(header ?? '')?.[1] ?? Number.NaN)
  const isLikely = limit >= LIMITS.least && limit <= LIMITS.most && remaining <= limit
  return isLikely ? {limit, remaining} : null
}
