import {beforeEach, describe, expect, it} from '@jest/globals'

import {createPace, RateLimitError} from '../../src/connect/pace.ts'
import type {Pace} from '../../src/connect/pace.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

let now: number
let told: string[]
let pace: Pace
let paceOf: (jobs: number) => Pace

beforeEach(() => {
  now = 1000
  told = []
  const clock = {
    now: () => now,
    sleep: (milliseconds: number) => {
      now += milliseconds
      return Promise.resolve()
    },
  }
  paceOf = (jobs) =>
    createPace({
      tell: (message) => told.push(message),
      signal: new AbortController().signal,
      jobs,
      clock,
    })
  pace = paceOf(1)
})

/** How long the next request has to wait, in milliseconds. */
async function waitForTurn(): Promise<number> {
  const start = now
  await pace.turn()
  return now - start
}

function budget(remaining: number, limit = 3600): string {
  return `user-hour-lim:${limit};user-hour-rem:${remaining};`
}

describe('with budget enough', () => {
  it('lets every request go at once', async () => {
    pace.expect(100)
    pace.saw(budget(100), false)
    expect(await waitForTurn()).toBe(0)
    expect(told).toEqual([])
  })

  it('takes writes that were done for what they are: needed no more', async () => {
    pace.expect(2)
    pace.saw(budget(1), true)
    expect(await waitForTurn()).toBe(0)
  })

  it('goes on when there is no header to learn from', async () => {
    pace.expect(100)
    pace.saw(undefined, false)
    pace.saw('user-hour-lim:0;user-hour-rem:0;', false)
    expect(await waitForTurn()).toBe(0)
  })
})

describe('with less budget than the plan needs', () => {
  it('spaces requests so that as much comes back as goes out, and says so once', async () => {
    pace.expect(100)
    pace.saw(budget(99), false)
    pace.saw(budget(98), false)
    await pace.turn()
    expect(await waitForTurn()).toBe(1 * SECOND)
    expect(await waitForTurn()).toBe(1 * SECOND)
    expect(told).toEqual([
      'App Store Connect allows 99 more requests this hour and about 100 are needed: going on at 60 a minute.',
    ])
  })

  it('says so also when the budget was known before the plan', () => {
    pace.saw(budget(50), false)
    pace.expect(100)
    pace.saw(budget(49), false)
    pace.saw(budget(48), false)
    expect(told).toEqual([expect.stringContaining('allows 49 more requests')])
  })

  it('hurries again when steps fall away', async () => {
    pace.expect(100)
    pace.saw(budget(50), false)
    pace.expect(-60)
    await pace.turn()
    expect(await waitForTurn()).toBe(0)
  })
})

describe('with jobs that share the budget', () => {
  it('takes the others to need as much, and goes on at its part of the pace', async () => {
    pace = paceOf(4)
    pace.expect(100)
    pace.saw(budget(399), false)
    await pace.turn()
    expect(await waitForTurn()).toBe(4 * SECOND)
    expect(told).toEqual([
      'App Store Connect allows 399 more requests this hour and about 400 are needed by 4 jobs together: going on at 15 a minute.',
    ])
  })

  it('does not slow down while there is enough for all', async () => {
    pace = paceOf(4)
    pace.expect(100)
    pace.saw(budget(400), false)
    await pace.turn()
    expect(await waitForTurn()).toBe(0)
  })
})

describe('when requests are refused', () => {
  it('pauses everybody, longer each time, and at most five minutes', async () => {
    const pauses: number[] = []
    for (let time = 0; time < 9; time += 1) {
      pace.refused(now, null)
      pauses.push((await waitForTurn()) / SECOND)
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
  })

  it('counts requests that were refused together as one refusal', async () => {
    const sentAt = now
    pace.refused(sentAt, null)
    pace.refused(sentAt, null)
    pace.refused(sentAt, null)
    expect(await waitForTurn()).toBe(5 * SECOND)
    expect(told).toHaveLength(1)
  })

  it('waits exactly as long as the answer asks', async () => {
    pace.refused(now, 17)
    expect(await waitForTurn()).toBe(17 * SECOND)
  })

  it('begins with a short pause again after a request that went well', async () => {
    pace.refused(now, null)
    await pace.turn()
    pace.refused(now, null)
    await pace.turn()
    pace.saw(budget(10), false)
    pace.refused(now, null)
    expect(await waitForTurn()).toBe(5 * SECOND)
  })

  it('says until when it waits', () => {
    pace.refused(now, null)
    expect(told[0]).toMatch(/rate limit is reached: waiting until \d\d:\d\d:\d\d UTC\.$/)
  })

  it('gives up when the budget has not come back for longer than an hour', async () => {
    const start = now
    const refuseForEver = async () => {
      for (;;) {
        pace.refused(now, null)
        await pace.turn()
      }
    }
    await expect(refuseForEver()).rejects.toThrow(RateLimitError)
    expect(now - start).toBeGreaterThan(60 * MINUTE)
    expect(now - start).toBeLessThan(90 * MINUTE)
  })
})
