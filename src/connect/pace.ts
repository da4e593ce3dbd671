import pLimit from 'p-limit'

import {REAL_CLOCK} from '../core/clock.ts'
import type {Clock} from '../core/clock.ts'
import {ExpectedError} from '../core/expected-error.ts'
import type {Progress} from '../core/progress.ts'
import {clockTime} from './clock-time.ts'

/** Keeps the requests of a run within Apple's limits. */
export interface Pace {
  /** Waits until a request may go out. */
  readonly turn: () => Promise<Turn>
  /** Records an answer: its rate limit header, and whether one more write is done. */
  readonly answered: (rateLimitHeader: string | undefined, isWrite: boolean) => void
  /**
   * Records that a request hit the rate limit. All requests pause.
   *
   * @param sentAt - When the refused request started.
   * @param retryAfter - Seconds that the answer asks to wait, or null.
   * @throws if every request was refused for longer than Apple's window.
   */
  readonly refused: (sentAt: number, retryAfter: number | null) => void
  /** Adds writes that the run will need or, if negative, will no longer need, so that it slows down in time. */
  readonly expect: (writes: number) => void
}

/** The slot of one request, from its start until it was answered or has failed. */
export interface Turn extends Disposable {
  /** As `clock.now()`. */
  readonly startedAt: number
}

/** fastlane allows itself ten, and Apple answers random 500s above that. */
const MAX_REQUESTS_IN_FLIGHT = 10
const FIRST_PAUSE_SECONDS = 5
const MAX_PAUSE_SECONDS = 5 * 60
/** The budget is for a rolling hour (Apple, "Identifying Rate Limits"), so it must be back after one. */
const MAX_WAIT_SECONDS = 75 * 60
/**
 * After a refusal, requests go one at a time for this long: users report a limit of some 300 requests a minute, about
 * what one at a time amounts to.
 */
const CALM_SECONDS = 60
/** Plausible limits an hour. Apple's is 3,500, and "actual limits can vary". */
const PLAUSIBLE_LIMITS = {least: 100, most: 100_000}

/** The hourly budget did not come back within an hour. */
export class RateLimitError extends ExpectedError {
  override readonly name = 'RateLimitError'
  readonly code = 'RATE_LIMIT'

  constructor() {
    super(
      'App Store Connect has refused every request for more than an hour because the rate limit is used up. Something else is using the same API key: create a separate key for this job, or run the job again later.',
    )
  }
}

export interface PaceOptions {
  readonly progress: Pick<Progress, 'tell' | 'held'>
  readonly signal: AbortSignal
  /** How many jobs like this one use the key at the same time, this one included. */
  readonly jobs: number
  readonly clock?: Clock
}

/**
 * A job that shares the budget with others assumes that they need as much as it does, and takes its share of the
 * pace.
 */
export function createPace({progress, signal, jobs, clock = REAL_CLOCK}: PaceOptions): Pace {
  /** Turns are given one at a time, in order. */
  const gate = pLimit(1)
  const inFlight = new Set<Promise<void>>()
  let pausedUntil = 0
  let calmAt = 0
  let pauseSeconds = 0
  let refusedSince: number | null = null
  let budget: Budget | null = null
  let needed = 0
  let nextSlot = 0
  let hasWarned = false

  const shared = jobs === 1 ? '' : ` by ${jobs} jobs together`
  const isShort = () => budget !== null && budget.remaining < needed * jobs
  const maxInFlight = () => {
    if (clock.now() < calmAt) return 1
    const allowed = budget === null ? MAX_REQUESTS_IN_FLIGHT : Math.floor(budget.remaining / jobs)
    return Math.max(1, Math.min(MAX_REQUESTS_IN_FLIGHT, allowed))
  }
  const pause = async (milliseconds: number): Promise<void> => {
    using _ = progress.held({
      why: "App Store Connect's rate limit is reached",
      until: clockTime(milliseconds),
    })
    await clock.sleep(milliseconds, signal)
  }
  /** What the next request has to wait for, or null if it may go. */
  const obstacle = (): Promise<void> | null => {
    const now = clock.now()
    if (now < pausedUntil) return pause(pausedUntil - now)
    if (inFlight.size >= maxInFlight()) return Promise.race(inFlight)
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
        inFlight.add(promise)
        return {
          startedAt: clock.now(),
          [Symbol.dispose]() {
            inFlight.delete(promise)
            resolve()
          },
        }
      }),

    answered(header, isWrite) {
      refusedSince = null
      pauseSeconds = 0
      if (isWrite) needed -= 1
      budget = parseRateLimit(header) ?? budget
      if (!hasWarned && isShort() && budget !== null) {
        progress.tell(
          `App Store Connect allows ${budget.remaining} more requests this hour, and about ${needed * jobs} are needed${shared}: slowing down to ${Math.round(budget.limit / 60 / jobs)} a minute.`,
        )
      }
      hasWarned = isShort()
    },

    refused(sentAt, retryAfter) {
      if (sentAt < pausedUntil) return
      const now = clock.now()
      refusedSince ??= now
      const left = MAX_WAIT_SECONDS - (now - refusedSince) / 1000
      if (left <= 0) throw new RateLimitError()
      pauseSeconds = Math.min(MAX_PAUSE_SECONDS, Math.max(FIRST_PAUSE_SECONDS, pauseSeconds * 2))
      // A very short `Retry-After` would make us retry without end, so it is ignored.
      const asked = retryAfter !== null && retryAfter >= FIRST_PAUSE_SECONDS ? retryAfter : null
      const milliseconds = Math.min(left, asked ?? pauseSeconds) * 1000
      pausedUntil = now + milliseconds
      calmAt = pausedUntil + CALM_SECONDS * 1000
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

/** Reads `user-hour-lim:3500;user-hour-rem:500;` (Apple, "Identifying Rate Limits"); null if it is not plausible. */
function parseRateLimit(header: string | undefined): Budget | null {
  const limit = Number(/user-hour-lim:(\d+)(?![\d.])/.exec(header ?? '')?.[1] ?? Number.NaN)
  const remaining = Number(/user-hour-rem:(\d+)(?![\d.])/.exec(header ?? '')?.[1] ?? Number.NaN)
  const isPlausible =
    limit >= PLAUSIBLE_LIMITS.least && limit <= PLAUSIBLE_LIMITS.most && remaining <= limit
  return isPlausible ? {limit, remaining} : null
}
