import {setImmediate} from 'node:timers/promises'

import {beforeEach, describe, expect, it} from '@jest/globals'

import {createPace, RateLimitError} from '../../src/connect/pace.ts'
import type {Pace, Turn} from '../../src/connect/pace.ts'
import type {Hold} from '../../src/core/progress.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

let now: number
let told: string[]
/** What holds requests up now. */
let holds: Set<Hold>
/** What held them up during each pause. */
let held: Hold[][]
let pace: Pace
let paceOf: (jobs: number) => Pace

beforeEach(() => {
  now = 1000
  told = []
  holds = new Set()
  held = []
  const clock = {
    now: () => now,
    sleep: (milliseconds: number) => {
      now += milliseconds
      held.push([...holds])
      return Promise.resolve()
    },
  }
  paceOf = (jobs) =>
    createPace({
      progress: {
        tell: (message) => told.push(message),
        held(hold) {
          holds.add(hold)
          return {[Symbol.dispose]: () => holds.delete(hold)}
        },
      },
      signal: new AbortController().signal,
      jobs,
      clock,
    })
  pace = paceOf(1)
})

async function passTurn(): Promise<void> {
  using turn = await pace.turn()
  expect(turn.startedAt).toBe(now)
}

/** How long the next request has to wait, in milliseconds. */
async function waitForTurn(): Promise<number> {
  const start = now
  await passTurn()
  return now - start
}

function budget(remaining: number, limit = 3600): string {
  return `user-hour-lim:${limit};user-hour-rem:${remaining};`
}

describe('with budget enough', () => {
  it('lets every request go at once', async () => {
    pace.expect(100)
    pace.answered(budget(100), false)
    expect(await waitForTurn()).toBe(0)
    expect(told).toEqual([])
  })

  it('takes writes that were done for what they are: needed no more', async () => {
    pace.expect(2)
    pace.answered(budget(1), true)
    expect(await waitForTurn()).toBe(0)
  })

  it.each([
    'user-hour-lim:-3500;user-hour-rem:0;',
    'user-hour-lim:0;user-hour-rem:0;',
    'user-hour-lim:1;user-hour-rem:0;',
    'user-hour-lim:99;user-hour-rem:5;',
    'user-hour-lim:1000000000;user-hour-rem:1;',
    `user-hour-lim:${'9'.repeat(400)};user-hour-rem:0;`,
    'user-hour-lim:3500;user-hour-rem:-1;',
    'user-hour-lim:3500;user-hour-rem:3501;',
    'user-hour-lim:3500.5;user-hour-rem:0;',
    'user-hour-lim:NaN;user-hour-rem:NaN;',
    'user-hour-rem:0;',
    '',
  ])('ignores what no limit can be: %s', async (header) => {
    pace.expect(100)
    pace.answered(header, false)
    expect(await waitForTurn()).toBe(0)
    expect(told).toEqual([])
  })

  it('goes on when there is no header to learn from', async () => {
    pace.expect(100)
    pace.answered(undefined, false)
    pace.answered('user-hour-lim:0;user-hour-rem:0;', false)
    expect(await waitForTurn()).toBe(0)
  })
})

describe('with less budget than the plan needs', () => {
  it('spaces requests so that as much comes back as goes out, and says so once', async () => {
    pace.expect(100)
    pace.answered(budget(99), false)
    pace.answered(budget(98), false)
    await passTurn()
    expect(await waitForTurn()).toBe(1 * SECOND)
    expect(await waitForTurn()).toBe(1 * SECOND)
    expect(told).toEqual([
      'App Store Connect allows 99 more requests this hour, and about 100 are needed: slowing down to 60 a minute.',
    ])
  })

  it('says so also when the budget was known before the plan', () => {
    pace.answered(budget(50), false)
    pace.expect(100)
    pace.answered(budget(49), false)
    pace.answered(budget(48), false)
    expect(told).toEqual([expect.stringContaining('allows 49 more requests')])
  })

  it('hurries again when steps fall away', async () => {
    pace.expect(100)
    pace.answered(budget(50), false)
    pace.expect(-60)
    await passTurn()
    expect(await waitForTurn()).toBe(0)
  })
})

describe('with jobs that share the budget', () => {
  it('takes the others to need as much, and goes on at its part of the pace', async () => {
    pace = paceOf(4)
    pace.expect(100)
    pace.answered(budget(399), false)
    await passTurn()
    expect(await waitForTurn()).toBe(4 * SECOND)
    expect(told).toEqual([
      'App Store Connect allows 399 more requests this hour, and about 400 are needed by 4 jobs together: slowing down to 15 a minute.',
    ])
  })

  it('does not slow down while there is enough for all', async () => {
    pace = paceOf(4)
    pace.expect(100)
    pace.answered(budget(400), false)
    await passTurn()
    expect(await waitForTurn()).toBe(0)
  })
})

/** Gives turns to as many as may go now. @returns those turns; the others come later. */
async function turnsNow(wanted: number): Promise<Turn[]> {
  const given: Turn[] = []
  for (let index = 0; index < wanted; index += 1) void pace.turn().then((turn) => given.push(turn))
  await setImmediate()
  return given
}

function end(turns: readonly Turn[]): void {
  for (const turn of turns) turn[Symbol.dispose]()
}

describe('side by side', () => {
  it('go ten requests, and another one for each that ends', async () => {
    const given = await turnsNow(15)
    expect(given).toHaveLength(10)
    end(given.slice(0, 3))
    await setImmediate()
    expect(given).toHaveLength(13)
  })

  it('go no more than the budget has left', async () => {
    pace.answered(budget(3), false)
    expect(await turnsNow(15)).toHaveLength(3)
  })

  it('goes one when the budget has nothing left, or other jobs need it', async () => {
    pace = paceOf(4)
    pace.answered(budget(7), false)
    expect(await turnsNow(15)).toHaveLength(1)
  })
})

describe('after a pause', () => {
  it('goes one request, and the next when that one has been answered', async () => {
    const before = await turnsNow(10)
    const waiting = turnsNow(5)
    pace.refused(now, 60)
    end(before)
    expect(await waiting).toHaveLength(1)
    expect(now).toBe(61 * SECOND)
    pace.answered(undefined, false)
    const given = await waiting
    end(given)
    await setImmediate()
    expect(given).toHaveLength(2)
  })

  it('go all again when a minute has passed without a refusal', async () => {
    pace.refused(now, 60)
    now += 119 * SECOND
    expect(await turnsNow(1)).toHaveLength(1)
    now += 2 * SECOND
    expect(await turnsNow(15)).toHaveLength(9)
  })

  it('waits nobody for one that failed', async () => {
    pace.refused(now, 60)
    const given = await turnsNow(3)
    end(given)
    await setImmediate()
    expect(given).toHaveLength(2)
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
    expect(held).toHaveLength(1)
  })

  it('waits exactly as long as the answer asks', async () => {
    pace.refused(now, 17)
    expect(await waitForTurn()).toBe(17 * SECOND)
  })

  it.each([0, 0.001, 4.9])(
    'takes %d seconds to wait for none, and pauses longer each time',
    async (asked) => {
      const pauses: number[] = []
      for (let time = 0; time < 5; time += 1) {
        pace.refused(now, asked)
        pauses.push((await waitForTurn()) / SECOND)
      }
      expect(pauses).toEqual([5, 10, 20, 40, 80])
    },
  )

  it.each([1e6, 1e300, Number.POSITIVE_INFINITY])(
    'waits at most until the budget must be back when the answer asks for %d seconds',
    async (asked) => {
      pace.refused(now, asked)
      expect(await waitForTurn()).toBe(75 * MINUTE)
      expect(held[0]?.[0]?.until).toMatch(/^\d\d:\d\d:\d\d UTC$/)
      expect(() => pace.refused(now, asked)).toThrow(RateLimitError)
    },
  )

  it('begins with a short pause again after a request that went well', async () => {
    pace.refused(now, null)
    await passTurn()
    pace.refused(now, null)
    await passTurn()
    pace.answered(budget(10), false)
    pace.refused(now, null)
    expect(await waitForTurn()).toBe(5 * SECOND)
  })

  it('are held up as long as the pause lasts, and know until when', async () => {
    pace.refused(now, null)
    await passTurn()
    const why = "App Store Connect's rate limit is reached"
    const until = expect.stringMatching(/^\d\d:\d\d:\d\d UTC$/)
    expect(held).toEqual([[{why, until}]])
    expect(holds.size).toBe(0)
  })

  it('are not held up while there are none', () => {
    pace.refused(now, null)
    expect(held).toEqual([])
  })

  it('gives up when the budget has not come back for longer than an hour', async () => {
    const start = now
    const refuseForEver = async () => {
      for (;;) {
        pace.refused(now, null)
        await passTurn()
      }
    }
    await expect(refuseForEver()).rejects.toThrow(RateLimitError)
    expect(now - start).toBeGreaterThan(60 * MINUTE)
    expect(now - start).toBeLessThan(90 * MINUTE)
  })
})
