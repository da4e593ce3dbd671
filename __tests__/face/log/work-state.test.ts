import {expect, test} from '@jest/globals'

import {createWorkState} from '../../../src/face/log/work-state.ts'

test('A line and when it is due come from one moment, even if the clock moves on between them', () => {
  let now = 0
  const state = createWorkState(() => {
    now += 100
    return now
  })
  using _ = state.processing(['tour.mp4'])
  let line: string | undefined
  while (line?.includes('so far') !== true) {
    const status = state.status()
    line = status?.line
    expect(line?.includes('30 s so far') ?? false).toBe(status?.round === 1)
  }
})
