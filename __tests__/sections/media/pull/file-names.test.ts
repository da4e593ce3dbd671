import {expect, test} from '@jest/globals'

import {byNaturalOrder} from '../../../../src/files/file-name.ts'
import {namesInOrder} from '../../../../src/sections/media/pull/file-names.ts'

test.each([[['1.png', '2.png', '10.png']], [['Home.png', 'list.PNG', 'z.jpeg']]])(
  '%j are in order already, and stay',
  (names) => {
    expect(namesInOrder(names, 'screenshot')).toEqual(names)
  },
)

test.each([
  [
    ['b.png', 'a.png'],
    ['01-b.png', '02-a.png'],
  ],
  [
    ['a.png', 'a.png'],
    ['01-a.png', '02-a.png'],
  ],
  [
    ['a.png', 'A.png'],
    ['01-a.png', '02-A.png'],
  ],
  [
    ['02.png', '01.png'],
    ['01-02.png', '02-01.png'],
  ],
])('%j get numbers: %j', (names, numbered) => {
  expect(namesInOrder(names, 'screenshot')).toEqual(numbered)
})

test('Videos whose names differ in the extension only get numbers, since their poster frames have its stem', () => {
  expect(namesInOrder(['tour.mov', 'tour.mp4'], 'preview')).toEqual(['01-tour.mov', '02-tour.mp4'])
})

test.each([
  ['../../etc/passwd', '-..-etc-passwd.png'],
  ['..', 'unnamed.png'],
  ['.hidden.png', 'hidden.png'],
  ['', 'unnamed.png'],
  ['a\u0000b\u202Ec.png', 'abc.png'],
  ['what?.png', 'what-.png'],
  ['README', 'README.png'],
  ['picture.gif', 'picture.gif.png'],
  [`${'é'.repeat(300)}.png`, `${'é'.repeat(100)}.png`],
])('%j becomes %j', (name, safe) => {
  expect(namesInOrder([name], 'screenshot')).toEqual([safe])
})

test('Whatever the names, their natural order is the one of the store', () => {
  const odd = ['..', 'b', 'B', '10', '9', 'ß', 'SS', '', 'a b', 'a-b', '1.png', '01.png']
  for (const first of odd) {
    for (const second of odd) {
      for (const third of odd) {
        const names = namesInOrder([first, second, third], 'preview')
        expect(names.toSorted(byNaturalOrder)).toEqual(names)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3)
      }
    }
  }
})
