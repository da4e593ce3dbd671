import {expect, test} from '@jest/globals'
import {fuzz} from '../../../scripts/fuzz-media.ts'

test('Damaged images and videos are read to an end, without an error and without much memory', async () => {
  const {cases, slowestMilliseconds} = await fuzz({cases: 500, seed: 1})
  expect(cases).toBe(500)
  expect(slowestMilliseconds).toBeLessThan(5000)
})
