import {describe, expect, it} from '@jest/globals'

import {readPositioned} from '../../src/files/positions.ts'

const TEXT = `first: 1
list:
  - a
  - inner: {key: x, other: y}
"quoted": >
  folded
9: nine
`

function positioned(text: string) {
  const document = readPositioned(text)
  if ('faults' in document) throw new Error(document.faults[0]?.message)
  return document
}

describe('The position', () => {
  const {positionOf, positionOfKey, value} = positioned(TEXT)

  it('comes with the value', () => {
    expect(value).toEqual({
      first: 1,
      list: ['a', {inner: {key: 'x', other: 'y'}}],
      quoted: 'folded\n',
      9: 'nine',
    })
  })

  it.each([
    ['of the whole', [], {line: 1, column: 1}],
    ['of a value', ['first'], {line: 1, column: 8}],
    ['of an item', ['list', 0], {line: 3, column: 5}],
    ['of an inner value', ['list', 1, 'inner', 'other'], {line: 4, column: 28}],
    [
      'of a missing value: of what should have it',
      ['list', 1, 'inner', 'z'],
      {line: 4, column: 12},
    ],
    ['beyond the end of a list', ['list', 9, 'inner'], {line: 3, column: 3}],
    ['below a value that has no members', ['first', 'x'], {line: 1, column: 8}],
  ])('%s', (_, path, position) => {
    expect(positionOf(path)).toEqual(position)
  })

  it.each([
    ['of a key', [], 'list', {line: 2, column: 1}],
    ['of a quoted key', [], 'quoted', {line: 5, column: 1}],
    ['of a key that is a number', [], '9', {line: 7, column: 1}],
    ['of an inner key', ['list', 1, 'inner'], 'other', {line: 4, column: 21}],
    ['of a missing key: of what should have it', ['list', 1], 'z', {line: 4, column: 5}],
  ])('%s', (_, path, key, position) => {
    expect(positionOfKey(path, key)).toEqual(position)
  })

  it('of anything in nothing is the start', () => {
    const empty = positioned('')
    expect(empty.value).toBeNull()
    expect(empty.positionOf(['x'])).toEqual({line: 1, column: 1})
    expect(empty.positionOfKey([], 'x')).toEqual({line: 1, column: 1})
  })
})

it('Every fault has its position', () => {
  expect(readPositioned('a: 1\na: 2\nb: "x')).toEqual({
    faults: [
      {message: 'the key a is there twice', line: 2, column: 1},
      {message: expect.stringContaining('Missing closing'), line: 3, column: 6},
    ],
  })
})
