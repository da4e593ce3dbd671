import {expect, test} from '@jest/globals'
import {ChecksumAlgorithm} from '@rage-against-the-pixel/app-store-connect-api'

import {readChecksums} from '../../src/transfer/asset.ts'

const MD5 = '9e107d9d372bb6826bd81d3542a419d6'
const SHA256 = 'd7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592'

test.each([
  ['an MD5', {sourceFileChecksum: MD5.toUpperCase()}, {md5: MD5, sha256: null}],
  [
    'an MD5 by its name',
    {sourceFileChecksums: {file: {hash: MD5, algorithm: ChecksumAlgorithm.MD5}}},
    {md5: MD5, sha256: null},
  ],
  [
    'a SHA-256 by its name',
    {sourceFileChecksums: {file: {hash: SHA256, algorithm: ChecksumAlgorithm.SHA_256}}},
    {md5: null, sha256: SHA256},
  ],
  ['a SHA-256 by its length', {sourceFileChecksum: SHA256}, {md5: null, sha256: SHA256}],
  ['none', {sourceFileChecksum: ''}, {md5: null, sha256: null}],
])('Apple may show %s', (_, shown, expected) => {
  expect(readChecksums(shown)).toEqual(expected)
})
