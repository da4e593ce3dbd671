import {expect, it} from '@jest/globals'

import {readJson} from '../../src/files/json-text.ts'

it('A text that is JSON gives its value', () => {
  expect(readJson('{"a": [1]}\n')).toEqual({value: {a: [1]}})
})

it.each([
  ['{\n  "a": 1,\n}\n', 3, 'expected double-quoted property name'],
  ['{\n  "a": tru\n}\n', 2, 'unexpected token'],
  ['{\n  "a": b\n}\n', 2, 'unexpected token'],
  ['{\n  "a": 1\n', 3, ''],
  ['', 1, 'unexpected end of JSON input'],
  ['a: 1\nb: 2\n', 1, 'unexpected token'],
  ['[1,\n2\n3]', 3, "expected ',' or ']' after array element"],
  ['{"a": 1}\n}\n', 2, 'unexpected non-whitespace character after JSON'],
  ['{\n"a": "x\ny"}', 2, 'bad control character in string literal'],
])('%j is broken in line %i', (text, line, message) => {
  const read = readJson(text)
  expect(read).toMatchObject({fault: {line, message: expect.stringContaining(message)}})
  expect(JSON.stringify(read)).not.toContain('position')
})
