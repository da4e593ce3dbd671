import {expect, it} from '@jest/globals'

import {createJudge} from '../../src/transfer/judge.ts'
import type {StoredFile} from '../../src/transfer/stored-file.ts'

const content = {size: 4, md5: 'a'.repeat(32), sha256: 'b'.repeat(64)}

const COMPLETE: StoredFile = {
  id: '1',
  fileName: 'a.pdf',
  fileSize: 4,
  md5: content.md5,
  sha256: null,
  delivery: {state: 'complete'},
  isProcessed: true,
  resumable: false,
  image: null,
}

/** What has become of a file of which the store shows this. */
function judged(stored: Partial<StoredFile>, showsChecksum?: boolean) {
  return createJudge()(
    {step: 'upload', content, ...(showsChecksum === undefined ? {} : {showsChecksum})},
    {...COMPLETE, ...stored},
  )
}

it('A complete file with the checksum of the sent bytes is accepted, of whichever kind', () => {
  expect(judged({})).toBe('accepted')
  expect(judged({md5: null, sha256: content.sha256})).toBe('accepted')
})

it('A complete file with another checksum is not accepted', () => {
  const refusal = {state: 'failed', code: 'DIFFERENT_BYTES'}
  expect(judged({md5: 'c'.repeat(32)})).toMatchObject(refusal)
  expect(judged({md5: 'c'.repeat(32)}, false)).toMatchObject(refusal)
})

it('Without a checksum nothing is decided, unless Apple may show none', () => {
  expect(judged({md5: null})).toBeNull()
  expect(judged({md5: null}, false)).toBe('accepted')
})

it.each(['open', 'processing', 'unknown'] as const)(
  'While it is %s, nothing is decided',
  (state) => {
    expect(judged({delivery: {state}})).toBeNull()
  },
)

it('A checksum proves nothing before Apple has processed the bytes', () => {
  expect(judged({isProcessed: false})).toBeNull()
})

it('A rejected file is told with every reason of Apple', () => {
  const reasons = [
    {code: 'BAD', description: 'Too many points.'},
    {code: 'WORSE', description: 'WORSE'},
  ]
  expect(judged({delivery: {state: 'failed', reasons}})).toMatchObject({
    state: 'rejected',
    code: 'BAD',
    what: 'Apple rejected the file: BAD (Too many points); WORSE.',
  })
  expect(judged({delivery: {state: 'failed', reasons: []}})).toMatchObject({
    code: 'REJECTED',
    what: 'Apple rejected the file: no reason given.',
  })
})

it('A file that lists leave out is gone only after six reads in a row', () => {
  const judge = createJudge()
  const read = (stored?: StoredFile) => judge({step: 'upload', content}, stored)
  const some = Array.from({length: 5}, () => read())
  expect([...some, read({...COMPLETE, delivery: {state: 'processing'}})]).toEqual(
    Array.from({length: 6}, () => null),
  )
  const five = Array.from({length: 5}, () => read())
  expect(five.every((each) => each === null)).toBe(true)
  expect(read()).toMatchObject({state: 'failed', code: 'ASSET_VANISHED'})
})
