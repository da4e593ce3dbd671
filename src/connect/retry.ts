import {setTimeout as delay} from 'node:timers/promises'

import pRetry from 'p-retry'

import type {Progress} from '../core/progress.ts'
import {clockTime} from './clock-time.ts'
import {ApiError, ConnectionError, UploadRefusedError} from './errors.ts'

/** How long to retry a transient fault, from the first failure on: a single attempt may take as long. */
const RETRY_FOR_MILLISECONDS = 30_000
const FIRST_PAUSE_MILLISECONDS = 500
const MAX_PAUSE_MILLISECONDS = 10_000

/** Calls `attempt` until it succeeds, fails permanently, or has kept failing for half a minute. */
export type Retry = <T>(
  attempt: (attemptNumber: number) => Promise<T>,
  /** Whether another attempt can succeed. Other errors are thrown at once. */
  isTransient?: (error: unknown) => boolean,
) => Promise<T>

export interface RetryOptions {
  readonly held: Progress['held']
  readonly signal: AbortSignal
}

/**
 * Pauses grow, and are random between zero and their full length, so that requests that failed together are not
 * retried together. A pause that the answer asks for (`Retry-After`) is respected, up to the time limit.
 */
export function createRetry({held, signal}: RetryOptions): Retry {
  return async (attempt, isTransient = isTransientFault) => {
    let end = Number.POSITIVE_INFINITY
    let shouldRetry = true
    let trouble: Disposable | null = null
    const retried = pRetry(attempt, {
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
        const why = describeFault(error)
        trouble ??= held({why, until: null})
        using _ = pause > longest ? held({why, until: clockTime(pause)}) : null
        await delay(pause, undefined, {signal}).catch(() => signal.throwIfAborted())
      },
    })
    return retried.finally(() => trouble?.[Symbol.dispose]())
  }
}

/** A sentence without a full stop. Apple's reasons for an error of its own service are of no use to anybody. */
function describeFault(error: Error): string {
  if (error instanceof ApiError) return `App Store Connect answered ${error.status}`
  return error.message.replace(/\.$/u, '')
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
