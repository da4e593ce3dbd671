import {describe, expect, it} from '@jest/globals'
import * as fc from 'fast-check'

import {lineInJson} from '../../src/files/json-line.ts'

const TEXT = `{
  "a": [
    1,
    {"b": "x, }]\\" {",
     "c": 3}
  ],
  "d":
    null,
  "d":
    true
}`

describe('The line of a value', () => {
  it.each([
    ['of the whole', [], 1],
    ['of a list', ['a'], 2],
    ['in a list', ['a', 0], 3],
    ['of an object in a list', ['a', 1], 4],
    ['after a string with brackets', ['a', 1, 'c'], 5],
    ['of a key that comes twice: the last one counts', ['d'], 10],
    ['that is missing: of what should have it', ['a', 1, 'e', 'f'], 4],
    ['beyond the end of a list', ['a', 7], 2],
    ['in what has no members', ['a', 0, 'b'], 3],
  ])('%s', (_, path, line) => {
    expect(lineInJson(TEXT, path)).toBe(line)
  })

  it('of any value of any text is the line in which it starts', () => {
    const marked = fc.json({maxDepth: 4}).chain((json) => {
      const paths: PropertyKey[][] = []
      const visit = (value: unknown, path: PropertyKey[]) => {
        paths.push(path)
        if (typeof value !== 'object' || value === null) return
        for (const [key, inner] of Object.entries(value)) {
          visit(inner, [...path, Array.isArray(value) ? Number(key) : key])
        }
      }
      const value: unknown = JSON.parse(json)
      visit(value, [])
      return fc.record({value: fc.constant(value), path: fc.constantFrom(...paths)})
    })
    fc.assert(
      fc.property(marked, ({value, path}) => {
        const text = JSON.stringify(value, null, 1)
        const line = lineInJson(text, path)
        expect(line).toBe(lineInJson(mark(value, path), path))
        expect(mark(value, path).split('\n')[line - 1]).toContain('"the value"')
      }),
      {numRuns: 300},
    )
  })
})

/** The text with another value at the path. */
function mark(value: unknown, path: readonly PropertyKey[]): string {
  const replace = (inner: unknown, [step, ...rest]: readonly PropertyKey[]): unknown => {
    if (step === undefined) return 'the value'
    if (Array.isArray(inner)) {
      return inner.map((each: unknown, index) => (index === step ? replace(each, rest) : each))
    }
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(
      Object.entries(inner).map(([key, each]) => [key, key === step ? replace(each, rest) : each]),
    )
  }
  return JSON.stringify(replace(value, path), null, 1)
}
