import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import path from 'node:path'

import {afterAll, expect, test} from '@jest/globals'
import sharp from 'sharp'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'
import type {AssetSeed} from '../../../simulator/store/seeds.ts'
import {image, video} from '../../helpers/media.ts'
import {
  closeScenarios,
  place,
  scenario,
  shot,
  stored,
  storeWith,
  WATCH,
} from '../../helpers/scenario.ts'
import {filesIn} from './pulled.ts'

afterAll(closeScenarios)

const PULL = {mode: 'pull'} as const

test.concurrent('Screenshots are written in their full size and the order of the store, and a second pull writes nothing', async () => {
  const {run, workspace} = await scenario({}, storeWith(await stored({'b.png': 2, 'a.png': 1})))
  const first = green(await run(PULL))
  expect(first.writes).toEqual([])
  expect(first.outputs['changed']).toBe('true')
  expect(first.stdout).toContain('Wrote 2 screenshots in 1 locale.')
  const written = await filesIn(workspace)
  expect(Object.keys(written)).toEqual([place('01-b.png'), place('02-a.png')])
  const [one, other] = await Promise.all([
    shot(2),
    readFile(path.join(workspace, place('01-b.png'))),
  ])
  expect(await sharp(other).raw().toBuffer()).toEqual(await sharp(one).raw().toBuffer())

  const second = green(await run(PULL))
  expect(second.outputs['changed']).toBe('false')
  expect(await filesIn(workspace)).toEqual(written)
})

test.concurrent('Names that are in the order of the store stay as they are', async () => {
  const {run, workspace} = await scenario({}, storeWith(await stored({'2.png': 2, '10.png': 1})))
  green(await run(PULL))
  expect(Object.keys(await filesIn(workspace))).toEqual([place('10.png'), place('2.png')])
})

test.concurrent('A file with the bytes that were uploaded is not fetched again', async () => {
  const {run, simulator, workspace} = await scenario(
    {[place('1.png')]: await shot(1)},
    storeWith(await stored({'1.png': 1, '2.png': 2})),
  )
  const pulled = green(await run(PULL))
  expect(pulled.stdout).toContain('Wrote 1 screenshot in 1 locale.')
  const images = simulator.requests.filter(({routeClass}) => routeClass === 'image')
  expect(images).toHaveLength(1)
  expect(await readFile(path.join(workspace, place('1.png')))).toEqual(await shot(1))
})

test.concurrent('What was uploaded from the folder is not written a second time under another name', async () => {
  const files = {
    'fastlane/screenshots/en-US/Watch-1_home.png': await shot(1),
    'fastlane/screenshots/en-US/Watch-2_list.png': await shot(2),
  }
  const {run, workspace} = await scenario(files, storeWith(await stored({'b.png': 1, 'a.png': 2})))
  const pulled = green(await run({...PULL, root: 'fastlane'}))
  expect(pulled.stdout).toContain('The folder already has 2 texts, settings and files')
  expect(Object.keys(await filesIn(workspace))).toEqual(Object.keys(files))
})

test.concurrent.each([
  ['folder with an alias', '.', 'screenshots/en-US/watch-series-3/', '2.png'],
  ['locale folder', 'fastlane', 'fastlane/screenshots/en-US/', `2-${WATCH}.png`],
])(
  'What the folder lacks of a set goes beside what it has, in a %s',
  async (_, root, folder, added) => {
    const {run, workspace} = await scenario(
      {[`${folder}1.png`]: await shot(1)},
      storeWith(await stored({'1.png': 1, '2.png': 2})),
    )
    green(await run({...PULL, root}))
    expect(Object.keys(await filesIn(workspace))).toEqual([`${folder}1.png`, `${folder}${added}`])
    green(await run({mode: 'validate', root}))
  },
)

test.concurrent('A picture keeps its format, and any name of the store becomes one that all systems allow', async () => {
  const jpeg = await image(312, 390, {format: 'jpeg'})
  const {run, workspace} = await scenario(
    {},
    storeWith([
      {fileName: 'a:b?.jpg', bytes: jpeg},
      {fileName: '..', bytes: await shot(2)},
      {fileName: '../../c.png', bytes: await shot(3)},
    ]),
  )
  green(await run(PULL))
  const names = Object.keys(await filesIn(workspace))
  expect(names).toEqual([place('01-a-b-.jpg'), place('02-unnamed.png'), place('03--..-c.png')])
  const bytes = await readFile(path.join(workspace, place('01-a-b-.jpg')))
  expect((await sharp(bytes).metadata()).format).toBe('jpeg')
})

function withPreviews(assets: readonly AssetSeed[]): SimulatorOptions {
  const localizations = [{locale: 'en-US', sets: [{type: 'IPHONE_67', assets}]}]
  return {
    apps: [{bundleId: 'com.example.app', versions: [{versionString: '1.0.0', localizations}]}],
  }
}

test.concurrent('A preview that App Store Connect only has as a stream is named in a note', async () => {
  const bytes = await video('iphone.mp4')
  const assets = [{fileName: 'tour.mp4', bytes}]
  const {run, workspace} = await scenario({}, withPreviews(assets))
  const pulled = green(await run(PULL))
  expect(await filesIn(workspace)).toEqual({})
  expect(pulled.stdout).toContain('tour.mp4: is left out')
  expect(pulled.summary).toContain('stream only')
})

test.concurrent('A preview that App Store Connect has as a file is written with its poster frame', async () => {
  const bytes = await video('iphone.mp4')
  const server = createServer((_request, answer) => answer.end(bytes))
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const assets = [{fileName: 'tour.mp4', bytes, checksum: null, posterTimeCode: '00:00:07:00'}]
  const disguise = () => ({videoUrl: `http://127.0.0.1:${port}/tour`})
  const {run, workspace} = await scenario({}, {...withPreviews(assets), disguise})
  const pulled = green(await run(PULL))
  server.close()
  expect(pulled.stdout).toContain('Wrote 2 files: 1 preview and 1 poster frame in 1 locale.')
  expect(await filesIn(workspace)).toEqual({
    'previews/en-US/IPHONE_67/tour.mp4': `${bytes.length} bytes`,
    'previews/en-US/IPHONE_67/tour.poster.txt': '00:00:07:00\n',
  })
})

test.concurrent('What Apple does not send as a picture, even if asked again, is an error, and nothing is written', async () => {
  const {run, workspace, simulator} = await scenario(
    {},
    storeWith(await stored({'1.png': 1, '2.png': 2})),
  )
  const body = Buffer.from('<html>Sign in to the network</html>')
  simulator.faults.add({match: {path: 'image'}, effect: {kind: 'status', status: 200, body}})
  const pulled = red(await run(PULL))
  expect(pulled.stdout).toContain('is not a PNG image')
  simulator.faults.add({match: {path: 'image'}, effect: {kind: 'status', status: 404}})
  expect(red(await run(PULL)).stdout).toContain('answered 404 to')
  expect(await filesIn(workspace)).toEqual({})
})

test.concurrent('A host that fails for a moment is asked again', async () => {
  const {run, workspace, simulator} = await scenario({}, storeWith(await stored({'1.png': 1})))
  simulator.faults.add({match: {path: 'image'}, effect: {kind: 'status', status: 503}})
  simulator.faults.add({match: {path: 'image'}, nth: 2, effect: {kind: 'cut'}})
  green(await run(PULL))
  expect(Object.keys(await filesIn(workspace))).toEqual([place('1.png')])
})

test.concurrent('A picture that Apple does not show is left out with a warning', async () => {
  const assets = [
    {fileName: '1.png', bytes: await shot(1)},
    {fileName: '2.png', bytes: await shot(2), state: 'FAILED' as const},
  ]
  const {run, workspace} = await scenario({}, storeWith(assets))
  const pulled = green(await run(PULL))
  expect(pulled.annotations).toContainEqual(
    expect.objectContaining({level: 'warning', file: place('2.png')}),
  )
  expect(Object.keys(await filesIn(workspace))).toEqual([place('1.png')])
})

test.concurrent('A version in any state will do, and without an editable one it is the newest', async () => {
  const old = {
    versionString: '0.9.0',
    state: 'REPLACED_WITH_NEW_VERSION',
    createdDate: '2024-01-01T00:00:00Z',
  }
  const localizations = [
    {locale: 'en-US', sets: [{type: WATCH, assets: await stored({'1.png': 1})}]},
  ]
  const live = {versionString: '1.0.0', state: 'READY_FOR_DISTRIBUTION', localizations}
  const {run, workspace} = await scenario(
    {},
    {apps: [{bundleId: 'com.example.app', versions: [live, old]}]},
  )
  expect(green(await run(PULL)).stdout).toContain('version 1.0.0')
  expect(Object.keys(await filesIn(workspace))).toEqual([place('1.png')])
  expect(green(await run({...PULL, version: '0.9.0'})).stdout).toContain('version 0.9.0')
})

test.concurrent('Only the wanted locales are read', async () => {
  const assets = await stored({'1.png': 1})
  const localizations = ['en-US', 'ja'].map((locale) => ({locale, sets: [{type: WATCH, assets}]}))
  const {run, workspace} = await scenario({}, storeWith([], {localizations}))
  const pulled = green(await run({...PULL, locales: 'ja'}))
  expect(Object.keys(await filesIn(workspace))).toEqual([place('1.png', 'ja')])
  expect(pulled.requests.filter(({routeClass}) => routeClass === 'set-list')).toHaveLength(1)
})
