import {setTimeout as delay} from 'node:timers/promises'
import pRetry from 'p-retry'

const RETRIES = 3
const FIRST_PAUSE_MILLISECONDS = 500
/** GitHub asks to wait a minute where it does not say how long; a comment is not worth more. */
const LONGEST_PAUSE_MILLISECONDS = 60_000

/**
 * Calls `attempt` again, a few times, where GitHub says or its fault suggests that it may succeed later.
 *
 * @throws the error of the last attempt, or the reason of the signal once that is aborted.
 */
export async function retryGitHub<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return pRetry(attempt, {
    signal,
    retries: RETRIES,
    minTimeout: 0,
    maxTimeout: 0,
    shouldRetry: ({error}) => pauseAfter(error, 1) !== null,
    onFailedAttempt: async ({error, attemptNumber, retriesLeft}) => {
      const pause = pauseAfter(error, attemptNumber)
      if (pause !== null && retriesLeft > 0) await pauseFor(pause, signal)
    },
  })
}

async function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, {signal}).catch(() => signal.throwIfAborted())
}

/** GitHub's HTTP status; null for what is no answer of GitHub. */
export function statusOf(error: unknown): number | null {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined
  return typeof status === 'number' ? status : null
}

/**
 * Tells a rate limit from a lack of permission, which may both be a 403.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function isRateLimit(error: unknown): boolean {
  const status = statusOf(error)
  if (status !== 403 && status !== 429) return false
  return (
    status === 429 ||
    headerOf(error, 'retry-after') !== null ||
    headerOf(error, 'x-ratelimit-remaining') === 0 ||
    (error instanceof Error && /rate limit/iu.test(error.message))
  )
}

/** Milliseconds to wait before another attempt; null if none can succeed, or only too late. */
function pauseAfter(error: unknown, attemptNumber: number): number | null {
  if (isRateLimit(error)) {
    const asked = (headerOf(error, 'retry-after') ?? secondsToReset(error)) * 1000
    return asked > LONGEST_PAUSE_MILLISECONDS ? null : asked
  }
  // Octokit also gives a lost connection the status 500.
  if ((statusOf(error) ?? 0) < 500) return null
  return FIRST_PAUSE_MILLISECONDS * 2 ** (attemptNumber - 1) * (1 + Math.random())
}

function secondsToReset(error: unknown): number {
  const reset = headerOf(error, 'x-ratelimit-reset')
  if (headerOf(error, 'x-ratelimit-remaining') !== 0 || reset === null) {
    return LONGEST_PAUSE_MILLISECONDS / 1000
  }
  return Math.max(0, reset - Date.now() / 1000) + 1
}

/** A header of GitHub's answer that is a number. */
function headerOf(error: unknown, name: string): number | null {
  const response: unknown = error instanceof Error ? Reflect.get(error, 'response') : undefined
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null
  const {headers} = response
  if (typeof headers !== 'object' || headers === null) return null
  const value: unknown = Reflect.get(headers, name)
  const number = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : null
}
