import {setTimeout as delay} from 'node:timers/promises'

import pRetry from 'p-retry'

import {clockTime} from './clock-time.ts'
import {ApiError, ConnectionError, UploadRefusedError} from './errors.ts'

/** How long to retry a transient fault, from the first failure on: a single attempt may take as long. */
const RETRY_FOR_MILLISECONDS = 30_000
const FIRST_PAUSE_MILLISECONDS = 500
const MAX_PAUSE_MILLISECONDS = 10_000
/** Without a log line, a pause of this length looks like a hanging run. */
const MIN_LOGGED_PAUSE_MILLISECONDS = 5000

/** Calls `attempt` until it succeeds, fails permanently, or has kept failing for half a minute. */
export type Retry = <T>(
  attempt: (attemptNumber: number) => Promise<T>,
  /** Whether another attempt can succeed. Other errors are thrown at once. */
  isTransient?: (error: unknown) => boolean,
) => Promise<T>

export interface RetryOptions {
  /** Logs until when the run waits. */
  readonly tell: (message: string) => void
  readonly signal: AbortSignal
}

/**
 * Pauses grow, and are random between zero and their full length, so that requests that failed together are not
 * retried together. A pause that the answer asks for (`Retry-After`) is respected, up to the time limit.
 */
export function createRetry({tell, signal}: RetryOptions): Retry {
  let toldUntil = 0
  const tellOnce = (milliseconds: number) => {
    const now = performance.now()
    // Many requests may have to wait at the same time.
    if (milliseconds < MIN_LOGGED_PAUSE_MILLISECONDS || now < toldUntil) return
    toldUntil = now + milliseconds
    tell(`Apple's service asks to be left alone: waiting until ${clockTime(milliseconds)} UTC.`)
  }

  return async (attempt, isTransient = isTransientFault) => {
    let end = Number.POSITIVE_INFINITY
    let shouldRetry = true
    return pRetry(attempt, {
      signal,
      retries: Number.POSITIVE_INFINITY,
      minTimeout: 0,
      maxTimeout: 0,
      shouldRetry: () => shouldRetry,
      onFailedAttempt: async ({error, attemptNumber}) => {
        const now = performance.now()
        end = Math.min(end, now + RETRY_FOR_MILLISECONDS)
        shouldRetry = isTransient(error) && now < end
        if (!shouldRetry) return
        const longest = Math.min(
          MAX_PAUSE_MILLISECONDS,
          FIRST_PAUSE_MILLISECONDS * 2 ** (attemptNumber - 1),
        )
        const asked = askedMilliseconds(error)
        const pause = Math.min(end - now, Math.max(Math.random() * longest, asked))
        tellOnce(pause)
        await delay(pause, undefined, {signal}).catch(() => signal.throwIfAborted())
      },
    })
  }
}

/** Transient faults: lost connections, and errors of the service itself. */
export function isTransientFault(error: unknown): boolean {
  if (error instanceof ConnectionError) return error.isTransient
  return error instanceof ApiError && error.status >= 500
}

function askedMilliseconds(error: unknown): number {
  const asks = error instanceof ApiError || error instanceof UploadRefusedError
  return asks ? (error.retryAfter ?? 0) * 1000 : 0
}
