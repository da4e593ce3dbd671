const hour = 60 * 60 * 1000
const minute = 60 * 1000

export interface RateLimit {
  /** Counts one request of a key. */
  take(keyId: string): Allowance
}

export interface Allowance {
  readonly allowed: boolean
  /** Requests left in the hour. */
  readonly remaining: number
  /** Seconds until one more is allowed; 0 when it is. */
  readonly retryAfter: number
}

/**
 * Apple's page "Identifying rate limits": a rolling hour per key. The limit per minute is not
 * documented, but users report 429 with thousands left in the hour.
 */
export function createRateLimit(
  {hourlyLimit, minuteLimit}: {readonly hourlyLimit: number; readonly minuteLimit: number},
  now: () => number,
): RateLimit {
  const taken = new Map<string, number[]>()
  return {
    take(keyId) {
      const moments = taken.get(keyId) ?? []
      taken.set(keyId, moments)
      const time = now()
      while ((moments[0] ?? time) <= time - hour) moments.shift()
      const waits = [
        waitOf(moments, hourlyLimit, hour, time),
        waitOf(moments, minuteLimit, minute, time),
      ]
      const wait = Math.max(...waits)
      if (wait === 0) moments.push(time)
      return {
        allowed: wait === 0,
        remaining: Math.max(0, hourlyLimit - moments.length),
        retryAfter: Math.ceil(wait / 1000),
      }
    },
  }
}

function waitOf(moments: readonly number[], limit: number, span: number, time: number): number {
  const decisive = moments.at(-limit)
  if (!Number.isFinite(limit) || moments.length < limit || decisive === undefined) return 0
  return Math.max(0, decisive + span - time)
}
