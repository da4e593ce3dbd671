import {symlink} from 'node:fs/promises'
import path from 'node:path'

import {afterAll, expect, test} from '@jest/globals'

import {red} from '../../../simulator/runner/run-bundle.ts'
import {folderWith} from '../../helpers/media.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Files} from '../../helpers/scenario.ts'
import {COVERAGE, FILE, geojson} from './routing-coverages.ts'

afterAll(closeScenarios)

const POINTER = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`

const MISTAKES: readonly (readonly [string, Files, RegExp, number | null])[] = [
  ['is no JSON', {[FILE]: '{\n"type": "MultiPolygon",\n}'}, /is not valid JSON/, 3],
  [
    'has a ring that is not closed',
    {
      [FILE]:
        '{"type": "MultiPolygon", "coordinates": [[[\n[0, 0],\n[1, 0],\n[1, 1],\n[2, 2]\n]]]}',
    },
    /has a ring that is not closed/,
    5,
  ],
  [
    'has a latitude of 91',
    {
      [FILE]:
        '{"type": "MultiPolygon", "coordinates": [[[\n[0, 0],\n[1, 91],\n[1, 1],\n[0, 0]\n]]]}',
    },
    /a latitude from -90 to 90/,
    3,
  ],
  ['starts with a byte order mark', {[FILE]: `\uFEFF${geojson(1)}`}, /byte order mark/, 1],
  ['is UTF-16', {[FILE]: Buffer.from(`\uFEFF${geojson(1)}`, 'utf16le')}, /is not UTF-8/, null],
  ['is empty', {[FILE]: ''}, /is empty/, null],
  ['is a Git LFS pointer', {[FILE]: POINTER}, /Git LFS pointer/, null],
  ['is far too large', {[FILE]: ' '.repeat(20_000_001)}, /has more than 20 MB/, null],
  ['is a folder', {[`${FILE}/a.geojson`]: geojson(1)}, /is a folder/, null],
  ['is an empty folder', {[FILE]: {folder: true}}, /is a folder/, null],
  ['is a pipe', {[FILE]: {pipe: true}}, /is a pipe/, null],
  ['is a broken link', {[FILE]: {linkTo: 'nothing'}}, /broken symbolic link/, null],
  ['does not exist', {'README.md': 'x'}, /does not exist/, null],
]

test.concurrent.each(sampled(MISTAKES))(
  'validate says that the file %s, and sends no request',
  async (_, files, message, line) => {
    const {run} = await scenario(files)
    const {annotations, requests, stdout} = red(await run({...COVERAGE, mode: 'validate'}))
    expect(requests).toEqual([])
    expect(annotations.filter(({file}) => file !== null)).toEqual([
      {level: 'error', file: FILE, message: expect.stringMatching(message)},
    ])
    const [, shownLine = null] =
      /^::error file=routing-coverage\.geojson(?:,line=(\d+))?/mu.exec(stdout) ?? []
    expect(shownLine).toBe(line === null ? null : String(line))
  },
)

test.concurrent('A link out of the workspace is not read', async () => {
  const outside = await folderWith({'x.geojson': geojson(1)})
  const {run, workspace} = await scenario({'README.md': 'x'})
  await symlink(path.join(outside, 'x.geojson'), path.join(workspace, FILE))
  const {annotations} = red(await run({...COVERAGE, mode: 'validate'}))
  expect(annotations[0]).toMatchObject({
    file: FILE,
    message: expect.stringContaining('points outside the workspace'),
  })
})

test.concurrent('A file that is named and missing is an error that writes nothing, even with prune', async () => {
  const {run} = await scenario({'README.md': 'x'})
  const refused = red(await run({...COVERAGE, prune: 'true'}))
  expect(refused.writes).toEqual([])
  expect(refused.annotations[0]?.message).toContain('remove `routing-coverage` from `manage`')
})
