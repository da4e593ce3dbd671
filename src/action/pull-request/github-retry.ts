import {setTimeout as delay} from 'node:timers/promises'
import pRetry from 'p-retry'

const RETRIES = 3
const FIRST_PAUSE_MILLISECONDS = 500
/** GitHub asks to wait a minute if it does not say how long. A comment is not worth more. */
const MAX_PAUSE_MILLISECONDS = 60_000

/**
 * Retries `attempt` a few times if GitHub's error suggests that it may succeed later.
 *
 * @throws the error of the last attempt, or the signal's reason if it is aborted.
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

/** GitHub's HTTP status, or null if the error is not an answer of GitHub. */
export function statusOf(error: unknown): number | null {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined
  return typeof status === 'number' ? status : null
}

/**
 * Whether an error is a rate limit. A missing permission may be a 403 too.
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

/** Milliseconds to wait before another attempt, or null if none can succeed in time. */
function pauseAfter(error: unknown, attemptNumber: number): number | null {
  if (isRateLimit(error)) {
    const asked = (headerOf(error, 'retry-after') ?? secondsToReset(error)) * 1000
    return asked > MAX_PAUSE_MILLISECONDS ? null : asked
  }
  // Octokit uses the status 500 for a lost connection too.
  if ((statusOf(error) ?? 0) < 500) return null
  return FIRST_PAUSE_MILLISECONDS * 2 ** (attemptNumber - 1) * (1 + Math.random())
}

function secondsToReset(error: unknown): number {
  const reset = headerOf(error, 'x-ratelimit-reset')
  if (headerOf(error, 'x-ratelimit-remaining') !== 0 || reset === null) {
    return MAX_PAUSE_MILLISECONDS / 1000
  }
  return Math.max(0, reset - Date.now() / 1000) + 1
}

/** A numeric header of GitHub's answer. */
function headerOf(error: unknown, name: string): number | null {
  const response: unknown = error instanceof Error ? Reflect.get(error, 'response') : undefined
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null
  const {headers} = response
  if (typeof headers !== 'object' || headers === null) return null
  const value: unknown = Reflect.get(headers, name)
  const number = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : null
}
