import {readFile} from 'node:fs/promises'
import path from 'node:path'

import {describe, expect, test} from '@jest/globals'

import {lineAt, readTextFile} from '../../src/files/text-file.ts'
import {folderWith} from '../helpers/media.ts'
import type {TreeEntry} from '../helpers/media.ts'

const {signal} = new AbortController()

async function read(entry: TreeEntry, others: Readonly<Record<string, TreeEntry>> = {}) {
  const workspace = await folderWith({'metadata/en-US/description.txt': entry, ...others})
  return readTextFile(workspace, 'metadata/en-US/description.txt', signal)
}

/** The text of a file that can be read. */
async function textOf(entry: TreeEntry, others: Readonly<Record<string, TreeEntry>> = {}) {
  const file = await read(entry, others)
  if ('severity' in file) throw new Error(file.what)
  expect(file.path).toBe('metadata/en-US/description.txt')
  return file.text
}

describe('A text file', () => {
  test.each([
    ['with a line feed at its end', 'Hello\nworld\n', 'Hello\nworld'],
    ['with white space at its end', 'Hello \t\n\u00A0\n \r\n', 'Hello'],
    [
      'with white space at its beginning and inside',
      '\n  Hello  \n\n  world',
      '\n  Hello  \n\n  world',
    ],
    ['with the line ends of Windows', 'Hello\r\nworld\r\n', 'Hello\nworld'],
    ['with a byte order mark', '\uFEFFHello', 'Hello'],
    ['with a byte order mark alone', '\uFEFF', ''],
    ['that is empty', '', ''],
    ['with characters of up to four bytes', 'é日👩‍👩‍👧\u0301', 'é日👩‍👩‍👧\u0301'],
    ['with the replacement character itself', 'a\uFFFDb', 'a\uFFFDb'],
    ['with a carriage return alone', 'a\rb', 'a\rb'],
  ])('%s is read', async (_, written, text) => {
    expect(await textOf(written)).toBe(text)
  })

  test('keeps the numbers of its lines', async () => {
    const text = await textOf('\uFEFF\r\none\r\n\r\nthree <b>')
    expect(
      [0, text.indexOf('one'), text.indexOf('<b>'), text.length].map((at) => lineAt(text, at)),
    ).toEqual([1, 2, 4, 4])
  })

  test('may have a megabyte, and not a byte more', async () => {
    expect(await textOf('x'.repeat(1_000_000))).toHaveLength(1_000_000)
    expect(await read('x'.repeat(1_000_001))).toEqual({
      severity: 'error',
      code: 'file-too-large',
      what: 'has 1000001 bytes, more than any text in the App Store',
      next: 'check that it is the right file',
      about: {path: 'metadata/en-US/description.txt'},
    })
  })

  test('may be a link inside the workspace', async () => {
    expect(await textOf({linkTo: '../shared.txt'}, {'metadata/shared.txt': 'Shared\n'})).toBe(
      'Shared',
    )
  })
})

describe('A file that is no text is refused with its path', () => {
  test.each([
    ['a broken character in the first line', [0x61, 0xff, 0x0a, 0x62], 1],
    ['a broken character in the third line', [0x61, 0x0d, 0x0a, 0x0a, 0xc3, 0x28, 0x0a, 0xff], 3],
    ['a character that is cut off by the end of the line', [0x0a, 0xe6, 0x97, 0x0a, 0xa5], 2],
    ['a character that is cut off by the end of the file', [0x0a, 0x0a, 0xf0, 0x9f], 3],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00], 1],
    ['Latin-1', [...Buffer.from('caf\u00E9\n', 'latin1')], 1],
    ['half of a pair of UTF-16', [0xed, 0xa0, 0x80], 1],
  ])('and the line: %s', async (_, bytes, line) => {
    expect(await read(Buffer.from(bytes))).toEqual({
      severity: 'error',
      code: 'not-utf-8',
      what: 'is not UTF-8',
      next: 'save it as UTF-8',
      about: {path: 'metadata/en-US/description.txt', line},
    })
  })

  test.each<[string, TreeEntry, string]>([
    ['a link to a file outside', {linkTo: '/etc/hostname'}, 'outside-workspace'],
    ['a link to nothing', {linkTo: 'nowhere.txt'}, 'broken-link'],
    ['a link to itself', {linkTo: 'description.txt'}, 'link-loop'],
    ['a pipe that nobody writes into', {pipe: true}, 'not-a-file'],
    ['a folder', {folder: true}, 'unreadable'],
    [
      'a Git LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n',
      'git-lfs-pointer',
    ],
  ])('%s', async (_, entry, code) => {
    expect(await read(entry)).toMatchObject({
      severity: 'error',
      code,
      about: {path: 'metadata/en-US/description.txt'},
    })
  })

  test('whatever is above it', async () => {
    const outside = await folderWith({'description.txt': 'Not ours.'})
    const workspace = await folderWith({'metadata/en-US': {linkTo: outside}})
    expect(await readFile(path.join(workspace, 'metadata/en-US/description.txt'), 'utf8')).toBe(
      'Not ours.',
    )
    expect(await readTextFile(workspace, 'metadata/en-US/description.txt', signal)).toMatchObject({
      code: 'outside-workspace',
    })
  })

  test('one that is gone', async () => {
    const workspace = await folderWith({'metadata/keep': ''})
    expect(await readTextFile(workspace, 'metadata/description.txt', signal)).toMatchObject({
      code: 'unreadable',
    })
  })
})

test('A cancelled run reads no text', async () => {
  const workspace = await folderWith({'description.txt': 'Hello'})
  const cancelled = AbortSignal.abort(new Error('enough'))
  await expect(readTextFile(workspace, 'description.txt', cancelled)).rejects.toThrow('enough')
})
