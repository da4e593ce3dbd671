import {rm} from 'node:fs/promises'
import {afterAll, afterEach, expect, jest, test} from '@jest/globals'
import {displayType} from '../../../../src/sections/media/facts/display-types.ts'
import {objectionOf} from '../../../../src/sections/media/folder/objection.ts'
import type {Objection} from '../../../../src/sections/media/folder/objection.ts'
import {createCheckObjections} from '../../../../src/sections/media/folder/check-objections.ts'
import {errorAt} from '../../../../src/files/diagnostic-at.ts'
import {folderWith, image, opaqueAlpha} from '../../../helpers/media.ts'
import {flat, short} from '../../../helpers/read-tree.ts'

const workspace = await folderWith({
  'en-US/opaque.png': await opaqueAlpha(312, 390),
  'en-US/transparent.png': await image(312, 390, {alpha: true}),
})
afterAll(() => rm(workspace, {recursive: true}))
afterEach(() => void jest.restoreAllMocks())

const signal = new AbortController().signal
function doubt(path: string, sha256 = path): Objection {
  const type = displayType('APP_WATCH_SERIES_3')
  if (type === undefined) throw new Error('There is no such type.')
  return {kind: 'transparency', path, sha256, type}
}

test('Objections to what the store shows count for nothing, and its pixels are not looked at', async () => {
  const checkObjections = createCheckObjections(
    [
      doubt('en-US/transparent.png'),
      doubt('en-US/nowhere.png'),
      objectionOf('x.png', errorAt('x.png', {code: 'x', what: '', next: ''})),
    ],
    {workspace, signal},
  )
  const shown = new Set(['en-US/transparent.png', 'en-US/nowhere.png', 'x.png'])
  expect(await checkObjections(shown)).toEqual([])
  expect((await checkObjections(new Set())).map(flat).map(short)).toEqual([
    'warning transparency-not-checked en-US',
    'error alpha-not-allowed en-US/transparent.png',
    'error x x.png',
  ])
})

test('Equal files are looked at once, however many there are', async () => {
  const checkObjections = createCheckObjections(
    [doubt('en-US/opaque.png', 'a'), doubt('ja/nowhere.png', 'a')],
    {
      workspace,
      signal,
    },
  )
  expect((await checkObjections(new Set())).map(flat).map(short)).toEqual([
    'warning opaque-alpha-channel en-US',
    'warning opaque-alpha-channel ja',
  ])
})

test('What there is no time for is a warning, though a pixel may be transparent', async () => {
  jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
  const checkObjections = createCheckObjections(
    [doubt('en-US/transparent.png'), doubt('en-US/opaque.png')],
    {
      workspace,
      signal,
    },
  )
  expect((await checkObjections(new Set())).map(flat)).toEqual([
    {
      severity: 'warning',
      code: 'transparency-not-checked',
      path: 'en-US',
      what: 'has screenshots that were not checked for transparent pixels, which Apple rejects for APP_WATCH_SERIES_3: transparent.png and 1 more (the check took too long)',
      next: 'if Apple rejects one, save it without transparency',
    },
  ])
})

test('A cancelled run looks at nothing more', async () => {
  const cancelled = new Error('cancelled')
  const checkObjections = createCheckObjections([doubt('en-US/opaque.png')], {
    workspace,
    signal: AbortSignal.abort(cancelled),
  })
  await expect(checkObjections(new Set())).rejects.toBe(cancelled)
})
