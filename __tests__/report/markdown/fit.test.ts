import {describe, expect, test} from '@jest/globals'

import {fit, fitPictures, withHeading} from '../../../src/report/markdown/fit.ts'

const note = (left: number) => `${left} left out`

describe('Pieces that do not fit', () => {
  const pieces = [
    {detail: 0, text: 'verdict'},
    {detail: 2, text: 'one '.repeat(20), short: 'one'},
    {detail: 2, text: 'two '.repeat(20), short: 'two'},
    {detail: 1, text: 'problem'},
  ]

  test('are shortened from the end, then left out, and the reader is told how many', () => {
    expect(fit(pieces, 1000, note)).not.toContain('left out')
    expect(fit(pieces, 120, note)).toBe(`verdict\n${'one '.repeat(20)}\ntwo\nproblem\n1 left out`)
    expect(fit(pieces, 40, note)).toBe('verdict\none\ntwo\nproblem\n2 left out')
    expect(fit(pieces, 32, note)).toBe('verdict\none\nproblem\n2 left out')
    expect(fit(pieces, 30, note)).toBe('verdict\nproblem\n2 left out')
  })

  test('never make the text longer than allowed', () => {
    for (let most = 20; most < 250; most += 1) {
      expect(Buffer.byteLength(fit(pieces, most, note))).toBeLessThanOrEqual(most)
    }
  })

  test('take their heading with them, and no sooner', () => {
    const headed = [
      {detail: 0, text: 'verdict'},
      ...withHeading('#### Changes', pieces.slice(1, 3)),
    ]
    expect(fit(headed, 60, note)).toBe('verdict\n#### Changes\n\none\ntwo\n2 left out')
    expect(fit(headed, 39, note)).toBe('verdict\n#### Changes\n\none\n2 left out')
    expect(fit(headed, 30, note)).toBe('verdict\n2 left out')
    expect(withHeading('#### Changes', [])).toEqual([])
  })

  test('show fewer pictures before anything is left out', () => {
    const asked: number[] = []
    const piecesWith = (most: number) => {
      asked.push(most)
      return [{detail: 0, text: '#'.repeat(most)}]
    }
    expect(fitPictures(piecesWith, 100, 40, note)).toBe('#'.repeat(25))
    expect(asked).toEqual([100, 50, 25])
  })
})
