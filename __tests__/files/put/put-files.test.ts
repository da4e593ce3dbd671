import * as files from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeEach, expect, jest, test} from '@jest/globals'

// The system that has no hard links, or keeps the folder on another disk than the rest of the workspace.
const link = jest.fn<typeof files.link>()
jest.unstable_mockModule('node:fs/promises', () => ({...files, link, rename: link}))
const {putFiles} = await import('../../../src/files/put/put-files.ts')
const {folderWith} = await import('../../helpers/media.ts')

const REASONS = ['EXDEV', 'EPERM', 'ENOTSUP']
const PLACE = 'metadata/en-US/name.txt'
const NAME = {path: PLACE, noun: 'text', locale: 'en-US', content: {text: 'Example\n'}}
const workspaces: string[] = []

afterAll(() => Promise.all(workspaces.map((each) => files.rm(each, {recursive: true}))))
beforeEach(() => {
  link.mockReset()
})

async function put(workspace: string) {
  workspaces.push(workspace)
  const options = {workspace, isWrong: false, signal: new AbortController().signal}
  const {written, diagnostics} = await putFiles([NAME], options)
  const text = await files.readFile(path.join(workspace, PLACE), 'utf8')
  return {written: written.map((each) => each.path), codes: diagnostics.map(({code}) => code), text}
}

test.each(REASONS)('A file that cannot be linked into place (%s) is copied', async (code) => {
  link.mockRejectedValue(Object.assign(new Error(code), {code}))
  const workspace = await folderWith({})
  expect(await put(workspace)).toEqual({written: [PLACE], codes: [], text: 'Example\n'})
  expect(await files.readdir(workspace)).toEqual(['metadata'])
})

test.each(REASONS)('A file that somebody makes meanwhile is not overwritten (%s)', async (code) => {
  link.mockImplementation(async (_, target) => {
    await files.writeFile(target, 'Mine\n')
    throw Object.assign(new Error(code), {code})
  })
  const workspace = await folderWith({})
  expect(await put(workspace)).toEqual({written: [], codes: ['would-overwrite'], text: 'Mine\n'})
})
