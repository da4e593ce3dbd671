import {expect, test} from '@jest/globals'

import {duration} from '../../../src/face/log/duration.ts'

test.each([
  [0, '0 s'],
  [340, '0.3 s'],
  [9960, '10 s'],
  [12_345, '12 s'],
  [59_499, '59 s'],
  [59_600, '1 min'],
  [120_000, '2 min'],
  [150_000, '2 min 30 s'],
  [3_599_400, '59 min 59 s'],
  [3_599_600, '1 h'],
  [3_900_000, '1 h 5 min'],
  [90_000_000, '25 h'],
])('%d milliseconds are %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words)
})
