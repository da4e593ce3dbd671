import {describe, expect, test} from '@jest/globals'

import {isUsable, readParts} from '../../src/transfer/reservation.ts'

const FIRST = {method: 'PUT', url: 'https://host.example/1', offset: 0, length: 6}
const SECOND = {...FIRST, url: 'https://host.example/2', offset: 6, length: 4}
const OPTIONS = {size: 10, allowLocal: false}

describe('Upload instructions', () => {
  test('are read in the order of the bytes', () => {
    const parts = readParts([SECOND, FIRST], OPTIONS)
    expect(parts.map(({offset, length}) => [offset, length])).toEqual([
      [0, 6],
      [6, 4],
    ])
  })

  test.each([
    [
      'a fraction of a byte',
      [
        {...FIRST, length: 5.5},
        {...SECOND, offset: 5.5, length: 4.5},
      ],
    ],
    ['a negative offset', [{...FIRST, offset: -1, length: 11}]],
    ['a negative length', [FIRST, {...SECOND, length: -4}]],
    ['a length beyond all numbers', [{...FIRST, length: 2 ** 53}]],
    ['a length that is no number', [{...FIRST, length: Number.NaN}]],
    ['more than the file', [{...FIRST, length: 11}]],
    ['less than the file', [FIRST]],
    ['a gap', [FIRST, {...SECOND, offset: 7, length: 3}]],
    ['the same bytes twice', [FIRST, {...SECOND, offset: 5, length: 5}]],
    ['nothing', []],
    ['an impossible header', [{...FIRST, length: 10, requestHeaders: [{name: 'a b', value: ''}]}]],
    ['a broken header', [{...FIRST, length: 10, requestHeaders: [{name: 'a', value: 'b\r\nc'}]}]],
  ])('with %s are not followed', (_, operations) => {
    expect(() => readParts(operations, OPTIONS)).toThrow(/upload instructions/)
    expect(isUsable(operations, OPTIONS)).toBe(false)
  })

  test.each([
    'http://localhost:8080/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'ftp://host.example/',
    'file:///etc/passwd',
    'nonsense',
  ])('that lead to %s are not followed', (url) => {
    expect(() => readParts([{...FIRST, url, length: 10}], OPTIONS)).toThrow(/not https/)
  })

  test('may stay on this machine where the API does', () => {
    const operation = {...FIRST, url: 'http://localhost:8080/1', length: 10}
    const local = {...OPTIONS, allowLocal: true}
    expect(readParts([operation], local)).toHaveLength(1)
    const elsewhere = {...operation, url: 'http://host.example/1'}
    expect(() => readParts([elsewhere], local)).toThrow(/not https/)
  })

  test('set no header that belongs to the connection', () => {
    const names = ['HOST', 'Transfer-Encoding', 'connection', 'Content-Length', 'Upgrade', 'TE']
    const requestHeaders = [
      ...names.map((name) => ({name, value: 'x'})),
      {name: 'Content-Type', value: 'image/png'},
      {name: null, value: 'x'},
      {name: 'X-Empty', value: null},
    ]
    const [part] = readParts([{...FIRST, length: 10, requestHeaders}], OPTIONS)
    expect(part?.headers).toEqual({'Content-Type': 'image/png', 'X-Empty': ''})
  })
})
