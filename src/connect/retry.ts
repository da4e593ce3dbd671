import {setTimeout as delay} from 'node:timers/promises'

import pRetry from 'p-retry'

import {clockTime} from './clock-time.ts'
import {ApiError, ConnectionError, UploadRefusedError} from './errors.ts'

/** How long a passing fault is borne with, from the first failure on: an attempt alone may take as long. */
const PATIENCE_MILLISECONDS = 30_000
const FIRST_PAUSE_MILLISECONDS = 500
const LONGEST_PAUSE_MILLISECONDS = 10_000
/** A pause of this length looks as if the run hung. */
const WORTH_TELLING_MILLISECONDS = 5000

/** Calls `attempt` until it succeeds, fails for good, or has failed in passing for half a minute. */
export type Retry = <T>(
  attempt: (attemptNumber: number) => Promise<T>,
  /** Whether another attempt can succeed; everything else is thrown at once. */
  isPassing?: (error: unknown) => boolean,
) => Promise<T>

export interface RetryOptions {
  /** Says until when the run waits. */
  readonly tell: (message: string) => void
  readonly signal: AbortSignal
}

/**
 * Pauses grow and are drawn at random between zero and their full length, so that requests that failed together do not
 * come back together. One that the answer asks for (`Retry-After`) is kept, as long as patience lasts.
 */
export function createRetry({tell, signal}: RetryOptions): Retry {
  let toldUntil = 0
  const tellOnce = (milliseconds: number) => {
    const now = performance.now()
    // Many requests may be told to wait at once.
    if (milliseconds < WORTH_TELLING_MILLISECONDS || now < toldUntil) return
    toldUntil = now + milliseconds
    tell(`Apple's service asks to be left alone: waiting until ${clockTime(milliseconds)} UTC.`)
  }

  return async (attempt, isPassing = isPassingFault) => {
    let end = Number.POSITIVE_INFINITY
    let goesOn = true
    return pRetry(attempt, {
      signal,
      retries: Number.POSITIVE_INFINITY,
      minTimeout: 0,
      maxTimeout: 0,
      shouldRetry: () => goesOn,
      onFailedAttempt: async ({error, attemptNumber}) => {
        const now = performance.now()
        end = Math.min(end, now + PATIENCE_MILLISECONDS)
        goesOn = isPassing(error) && now < end
        if (!goesOn) return
        const longest = Math.min(
          LONGEST_PAUSE_MILLISECONDS,
          FIRST_PAUSE_MILLISECONDS * 2 ** (attemptNumber - 1),
        )
        const asked = askedMilliseconds(error)
        const pause = Math.min(end - now, Math.max(Math.random() * longest, asked))
        tellOnce(pause)
        await delay(pause, undefined, {signal})
      },
    })
  }
}

/** Faults that pass by themselves: lost connections and a service that is not well. */
export function isPassingFault(error: unknown): boolean {
  if (error instanceof ConnectionError) return error.isPassing
  return error instanceof ApiError && error.status >= 500
}

function askedMilliseconds(error: unknown): number {
  const asks = error instanceof ApiError || error instanceof UploadRefusedError
  return asks ? (error.retryAfter ?? 0) * 1000 : 0
}
