import {describe, expect, test} from '@jest/globals'

import {declaredInputs} from '../../scripts/declared-inputs.ts'
import {DECLARED_INPUTS} from '../../src/inputs/declared-inputs.ts'
import {readInputs} from '../../src/inputs/inputs.ts'
import type {Inputs} from '../../src/inputs/inputs.ts'

const MANAGED = ['screenshots', 'previews', 'metadata']
const WORKSPACE = '/home/runner/work/app/app'

/** Reads inputs as a step has them. */
function read(inputs: Readonly<Record<string, string>>, managed = MANAGED): Inputs {
  return readInputs({read: (name) => inputs[name] ?? '', workspace: WORKSPACE}, managed)
}

describe('The root', () => {
  test('is the workspace unless it is named', () => {
    expect(read({})).toMatchObject({
      screenshots: {path: 'screenshots', optional: true},
      previews: {path: 'previews', optional: true},
      metadata: {path: 'metadata', optional: true},
    })
  })

  test.each([
    ['fastlane', 'fastlane/shots'],
    ['./fastlane/', 'fastlane/shots'],
    ['a/../b c', 'b c/shots'],
    ['.', 'shots'],
    [WORKSPACE, 'shots'],
    [`${WORKSPACE}/store/`, 'store/shots'],
    ['..names/may begin so', '..names/may begin so/shots'],
  ])('%s holds the folders', (root, folder) => {
    const {screenshots} = read({root, screenshots: 'shots'})
    expect(screenshots).toEqual({path: folder, optional: false})
  })

  test('leaves a folder that nobody named optional', () => {
    expect(read({root: 'fastlane', screenshots: 'shots'})).toMatchObject({
      screenshots: {path: 'fastlane/shots', optional: false},
      previews: {path: 'fastlane/previews', optional: true},
      metadata: {path: 'fastlane/metadata', optional: true},
    })
  })

  test.each([
    ['shots/', 'store/shots'],
    ['.', 'store'],
    ['../shots', 'shots'],
    ['..', '.'],
    [`${WORKSPACE}/shots`, 'shots'],
    ['../../', '..'],
    ['/etc', '../../../../../etc'],
  ])('does not keep a folder from being %s', (screenshots, folder) => {
    expect(read({root: 'store', screenshots}).screenshots.path).toBe(folder)
  })

  test.each(['..', '../', '../app-2', 'a/../..', '/etc', '/', `${WORKSPACE}-2`])(
    'is not %s, outside of the workspace',
    (root) => {
      expect(() => read({root})).toThrow(/`root` must be a folder in the workspace/)
    },
  )
})

describe('What is managed', () => {
  test('is screenshots and previews unless something is named', () => {
    expect(read({}).manage).toEqual({
      names: new Set(['screenshots', 'previews']),
      isDefault: true,
      all: false,
    })
  })

  test.each([
    ['metadata', ['metadata'], false],
    ['screenshots', ['screenshots'], false],
    ['screenshots,previews,metadata', ['screenshots', 'previews', 'metadata'], false],
    ['screenshots metadata', ['screenshots', 'metadata'], false],
    ['screenshots\nmetadata\n', ['screenshots', 'metadata'], false],
    [' ,Metadata,, \t\r\n PREVIEWS ,', ['metadata', 'previews'], false],
    ['metadata, Metadata', ['metadata'], false],
    ['previews screenshots', ['previews', 'screenshots'], true],
    ['Screenshots\nPreviews', ['screenshots', 'previews'], true],
  ])('is read from %j', (manage, names, isDefault) => {
    expect(read({manage}).manage).toEqual({names: new Set(names), isDefault, all: false})
  })

  test.each(['all', 'ALL', 'metadata, all'])('is everything with %j', (manage) => {
    expect(read({manage}).manage).toEqual({names: new Set(MANAGED), isDefault: false, all: true})
  })

  test('has the names of the table, as they are written there', () => {
    const {manage} = read({manage: 'app-clip metadata'}, [...MANAGED, 'App-Clip'])
    expect(manage.names).toEqual(new Set(['App-Clip', 'metadata']))
  })

  test.each([
    ['screenshot', 'screenshot'],
    ['previews, Price', 'price'],
    ['all, price', 'price'],
    ['screenshots;previews', 'screenshots;previews'],
    ['price tag', 'price, tag'],
    ['constructor', 'constructor'],
    [',', 'nothing'],
  ])('is not %j: the names that are right are told', (manage, found) => {
    expect(() => read({manage})).toThrow(
      `\`manage\` must name screenshots, previews, metadata or all, but names ${found}.`,
    )
  })
})

describe('The shard', () => {
  test('is none unless it is told', () => {
    expect(read({shards: '4'}).shard).toBeNull()
    expect(read({}).shard).toBeNull()
  })

  test.each([
    ['1', '4', 1],
    ['4', '4', 4],
    [' 2 ', '3', 2],
    ['1', '1', 1],
  ])('%s of %s is taken', (shard, shards, expected) => {
    expect(read({shard, shards}).shard).toBe(expected)
  })

  test.each([
    ['0', '4'],
    ['5', '4'],
    ['-1', '4'],
    ['1.5', '4'],
    ['first', '4'],
    ['2', '1'],
    ['2', ''],
  ])('%s of %j is refused', (shard, shards) => {
    const most = shards === '' ? '1' : shards
    expect(() => read({shard, shards})).toThrow(
      new RegExp(`\`shard\` must be a whole number from 1 to .*\`shards\`, which is ${most}\\.`),
    )
  })

  test.each(['plan', 'validate'])('is refused where nothing is carried out: %s', (mode) => {
    expect(() => read({mode, shard: '1', shards: '4'})).toThrow(
      /`shard` only works with `mode: sync`/,
    )
  })
})

test('The inputs are those of action.yml, with their defaults', async () => {
  expect(DECLARED_INPUTS).toEqual(await declaredInputs())
})
