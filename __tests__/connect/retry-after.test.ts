import {expect, it} from '@jest/globals'

import {retryAfterSeconds} from '../../src/connect/retry-after.ts'

const date = 'Sat, 21 Nov 2026 12:00:00 GMT'

it.each([
  ['17', 17],
  [' 17 ', 17],
  ['0', null],
  ['-5', null],
  ['-1e9', null],
  ['NaN', null],
  ['Infinity', null],
  ['0x10', null],
  ['soon', null],
  ['', null],
  [undefined, null],
  ['9'.repeat(400), Number.POSITIVE_INFINITY],
  ['Sat, 21 Nov 2026 12:01:30 GMT', 90],
  ['Sat, 21 Nov 2026 11:00:00 GMT', null],
])('An answer that says to come back after %s asks for %s seconds', (value, seconds) => {
  expect(retryAfterSeconds({date, 'retry-after': value})).toBe(seconds)
})

it('A date counts from now where the answer has none of its own', () => {
  const soon = new Date(Date.now() + 60_000).toUTCString()
  expect(retryAfterSeconds({'retry-after': soon})).toBeGreaterThan(55)
  expect(retryAfterSeconds({date: 'x', 'retry-after': [soon, '5']})).toBeGreaterThan(55)
})
