import {expect, test} from '@jest/globals'

import {nextPause} from '../../src/core/next-pause.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** What waiting costs for a file that Apple has processed after so many milliseconds. */
function wait(processing: number) {
  let waited = 0
  let looks = 0
  while (waited < processing || looks === 0) {
    waited += nextPause(waited)
    looks += 1
  }
  return {looks, late: waited - processing}
}

/** The most that waiting costs for all processing times up to this one, in steps of 50 milliseconds. */
function worst(most: number) {
  const all = Array.from({length: most / 50 + 1}, (_, index) => wait(index * 50))
  return {
    looks: Math.max(...all.map(({looks}) => looks)),
    late: Math.max(...all.map(({late}) => late)),
  }
}

test('A file that is done within 2.4 seconds costs one look', () => {
  expect(worst(2400).looks).toBe(1)
  expect(wait(2401).looks).toBe(2)
})

test.each([
  {most: 6 * SECOND, looks: 3, late: 3.1 * SECOND},
  {most: 24 * SECOND, looks: 7, late: 5 * SECOND},
  {most: MINUTE, looks: 13, late: 10 * SECOND},
  {most: 5 * MINUTE, looks: 24, late: 40 * SECOND},
  {most: 30 * MINUTE, looks: 50, late: MINUTE},
])(
  'A file that takes up to $most ms costs at most $looks looks and is found $late ms later',
  ({most, looks, late}) => {
    const found = worst(most)
    expect(found.looks).toBeLessThanOrEqual(looks)
    expect(found.late).toBeLessThanOrEqual(late)
  },
)

test('Pauses never shrink, and end at a minute', () => {
  const pauses = Array.from({length: 31 * 60}, (_, index) => nextPause(index * SECOND))
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
  expect(pauses.at(-1)).toBe(MINUTE)
})
