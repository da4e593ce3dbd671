import * as fc from 'fast-check'
import {expect, test} from '@jest/globals'

import {wordDiff} from '../../../src/report/facts/word-diff.ts'

/** Removed text in brackets, added text in braces. */
function shown(before: string, after: string): string {
  return wordDiff(before, after)
    .map(({kind, text}) => {
      if (kind === 'same') return text
      return kind === 'removed' ? `[${text}]` : `{${text}}`
    })
    .join('')
}

test('A diff is about words, and takes what lies between two changed ones with them', () => {
  expect(shown('The quick brown fox jumps.', 'The quick red fox leaps.')).toBe(
    'The quick [brown]{red} fox [jumps]{leaps}.',
  )
  expect(shown('Track your hikes. Share', 'Record every hike, and share')).toBe(
    '[Track your hikes. Share]{Record every hike, and share}',
  )
  expect(shown('one two', 'one three two')).toBe('one {three }two')
})

test('Words are found in languages that do not put spaces between them', () => {
  expect(shown('毎日の散歩を記録します。', '毎日のハイキングを記録します。')).toBe(
    '毎日の[散歩]{ハイキング}を記録します。',
  )
})

test('Both texts can be read in the diff', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c ', ', ', '\n', '猫'), {maxLength: 30})
  fc.assert(
    fc.property(text, text, (one, other) => {
      const parts = wordDiff(one.join(''), other.join(''))
      const without = (kind: string) =>
        parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join('')
      expect(without('added')).toBe(one.join(''))
      expect(without('removed')).toBe(other.join(''))
      const kinds = parts.map(({kind}) => kind)
      expect(kinds.filter((kind, index) => kind === kinds[index - 1])).toEqual([])
      expect(parts.filter((part) => part.text === '')).toEqual([])
    }),
  )
})

test('Texts that are too long to compare are replaced, but for what they begin and end with', () => {
  const parts = wordDiff(`Same ${manyWords(3)} end`, `Same ${manyWords(7)} end`)
  expect(parts.map(({kind}) => kind)).toEqual(['same', 'removed', 'added', 'same'])
})

function manyWords(step: number): string {
  return Array.from({length: 4000}, (_, index) => `w${(index * step) % 3989}`).join(' ')
}
