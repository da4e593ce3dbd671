import {setTimeout as delay} from 'node:timers/promises'

import pRetry from 'p-retry'

import {ApiError, ConnectionError} from './errors.ts'

/** How long a passing fault is borne with, from the first failure on: an attempt alone may take as long. */
const PATIENCE_MILLISECONDS = 30_000
const FIRST_PAUSE_MILLISECONDS = 500
const LONGEST_PAUSE_MILLISECONDS = 10_000

/**
 * Calls `attempt` until it succeeds, fails for good, or has failed in passing for half a minute.
 * Pauses grow and are drawn at random between zero and their full length, so that requests that failed together do not
 * come back together.
 *
 * @param isPassing - Whether another attempt can succeed; everything else is thrown at once.
 */
export async function retry<T>(
  attempt: (attemptNumber: number) => Promise<T>,
  {
    isPassing = isPassingFault,
    signal,
  }: {readonly isPassing?: (error: unknown) => boolean; readonly signal: AbortSignal},
): Promise<T> {
  let end = Number.POSITIVE_INFINITY
  return pRetry(attempt, {
    signal,
    retries: Number.POSITIVE_INFINITY,
    minTimeout: 0,
    maxTimeout: 0,
    shouldRetry: ({error}) => isPassing(error) && performance.now() < end,
    onFailedAttempt: async ({error, attemptNumber}) => {
      end = Math.min(end, performance.now() + PATIENCE_MILLISECONDS)
      if (!isPassing(error) || performance.now() >= end) return
      const longest = Math.min(
        LONGEST_PAUSE_MILLISECONDS,
        FIRST_PAUSE_MILLISECONDS * 2 ** (attemptNumber - 1),
      )
      await delay(Math.random() * longest, undefined, {signal})
    },
  })
}

/** Faults that pass by themselves: lost connections and a service that is not well. */
export function isPassingFault(error: unknown): boolean {
  if (error instanceof ConnectionError) return error.isPassing
  return error instanceof ApiError && error.status >= 500
}
