import {expect, test} from '@jest/globals'

import {errorAt, noteAt, warningAt} from '../../src/files/diagnostic-at.ts'
import {inOrder} from '../../src/files/diagnostic-order.ts'

test('Diagnostics are told by path, line, code and words, and those without a path at the end', () => {
  const words = {what: 'is wrong', next: ''}
  const ordered = [
    errorAt('B.txt', {code: 'z', ...words}),
    noteAt('a.txt', {code: 'y', ...words}),
    errorAt('a.txt', {code: 'x', line: 2, ...words}),
    warningAt('a.txt', {code: 'w', line: 10, what: 'is odd', next: ''}),
    warningAt('a.txt', {code: 'w', line: 10, ...words}),
    errorAt('a/b.txt', {code: 'v', ...words}),
    {severity: 'error', code: 'a', about: {place: 'en-US/APP_IPHONE_67'}, ...words},
    {severity: 'error', code: 'b', about: null, ...words},
  ] as const
  expect(inOrder(ordered.toReversed())).toEqual(ordered)
  expect(inOrder(ordered)).toEqual(ordered)
})
