import {afterAll, expect, test} from '@jest/globals'
import sharp from 'sharp'
import {image, opaqueAlpha, video} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  place,
  scenario,
  shot,
  shots,
  stored,
  storeWith,
  WATCH,
} from '../../helpers/scenario.ts'
import type {ScenarioRun} from '../../helpers/scenario.ts'
import type {AssetSeed, SetSeed} from '../../../simulator/store/seeds.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'

afterAll(closeScenarios)

const folder = `screenshots/en-US/${WATCH}`
const opaque = await opaqueAlpha(312, 390)
const transparent = await image(312, 390, {alpha: true})

/** A screenshot with an opaque alpha channel whose pixels nobody can read: to look at them would be told. */
function unreadablePixels(): Buffer {
  const bytes = Buffer.from(opaque)
  const data = bytes.indexOf('IDAT') + 4
  bytes.fill(0xff, data, data + 200)
  return bytes
}

/** One version with these sets in en-US. */
function storeOf(sets: readonly SetSeed[]): SimulatorOptions {
  const localizations = [{locale: 'en-US', sets}]
  const versions = [{versionString: '1.0.0', localizations}]
  return {apps: [{bundleId: 'com.example.app', versions}]}
}

/** How often a page says something. */
function times(page: string, said: RegExp): number {
  const text = page.replaceAll(/&#(?<code>\d+);/gu, (_, code: string) =>
    String.fromCodePoint(Number(code)),
  )
  return [...text.matchAll(new RegExp(said, 'gu'))].length
}

/** Fails unless the run tells of one bad file, once in each place, and wrote nothing. */
function expectOneProblem(run: ScenarioRun, file: string, finding: RegExp): void {
  red(run)
  expect(run.writes).toEqual([])
  const errors = run.annotations.filter(({level}) => level === 'error')
  expect(errors).toEqual([
    {level: 'error', file, message: expect.stringMatching(finding)},
    {level: 'error', file: null, message: expect.stringMatching(/^1 problem /)},
  ])
  const [verdict = ''] = run.summary.split('\n')
  expect(verdict).toMatch(/^### ❌ 1 problem /)
  expect(times(run.summary, finding)).toBe(1)
  expect(times(run.report, finding)).toBe(1)
  expect(run.outputs).toMatchObject({
    changed: 'false',
    uploaded: '0',
    deleted: '0',
    failed: '0',
    'has-changes': 'false',
    matrix: '{"include":[]}',
  })
  expect(run.plan?.steps).toEqual([])
}

test.concurrent('Screenshots with an opaque alpha channel are sent, with one warning for their folder', async () => {
  const made = await scenario({
    ...(await shots({'3.png': 3})),
    [place('1.png')]: opaque,
    [place('2.png')]: await sharp(opaque).png({progressive: true}).toBuffer(),
  })
  const {annotations, summary} = green(await made.run({mode: 'plan'}))
  expect(annotations).toEqual([
    {
      level: 'warning',
      file: folder,
      message: expect.stringMatching(/alpha channel.*opaque: 1\.png and 1 more/),
    },
  ])
  expect(summary).toMatch(/alpha channel/)
  const sent = green(await made.run())
  expect(sent.outputs).toMatchObject({uploaded: '3', failed: '0'})
  expect(sent.annotations).toEqual(annotations)

  const again = green(await made.run())
  expect(again.requests).toHaveLength(4)
  expect(again.annotations).toEqual([])
  expect(again.outputs).toMatchObject({changed: 'false', unchanged: '3'})
})

test.concurrent('A transparent screenshot that is new keeps everything from being written, and is told once', async () => {
  const made = await scenario({...(await shots({'1.png': 1})), [place('2.png')]: transparent})
  const finding =
    /transparent pixels, which Apple rejects for APP_WATCH_SERIES_3\b[^]{0,200}?Save it/
  for (const mode of ['validate', 'plan', 'sync']) {
    // oxlint-disable-next-line no-await-in-loop
    expectOneProblem(await made.run({mode}), place('2.png'), finding)
  }
  expect(made.names(WATCH)).toEqual([])
})

test.concurrent('A bad file that is new refuses the whole plan, whatever the store shows of the others', async () => {
  const shown = await stored({'1.png': 1})
  const made = await scenario(
    {...(await shots({'1.png': 1, '2.png': 2})), [place('3.png')]: await image(100, 100)},
    storeWith(shown),
  )
  expectOneProblem(
    await made.run(),
    place('3.png'),
    /100×100 pixels, which APP_WATCH_SERIES_3 \(Apple Watch Series 3\) does not accept/,
  )
  expect(made.names(WATCH)).toEqual(['1.png'])
})

test.concurrent('Bytes that the store shows are refused by no rule, and others are sent beside them', async () => {
  const files = {
    'transparent.png': transparent,
    'wrong size.png': await image(100, 100),
    'named.png': await image(312, 390, {format: 'jpeg'}),
    'cut.png': (await shot(3)).subarray(0, 300),
    'unread.png': unreadablePixels(),
  }
  const assets = Object.entries(files).map(([fileName, bytes]): AssetSeed => ({fileName, bytes}))
  const silent = await video('silent.mp4')
  const long = await video('long.mp4')
  const made = await scenario(
    {
      ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [place(name), bytes])),
      ...(await shots({'zoo.png': 9})),
      'previews/en-US/IPHONE_67/1.mp4': silent,
      'previews/en-US/IPHONE_67/2.mp4': long,
    },
    storeOf([
      {type: WATCH, assets},
      {
        type: 'IPHONE_67',
        assets: [
          {fileName: '1.mp4', bytes: silent},
          {fileName: '2.mp4', bytes: long},
        ],
      },
    ]),
  )
  const planned = green(await made.run({mode: 'plan'}))
  expect(planned.plan?.steps.map(({action, subject}) => [action, subject.name])).toEqual([
    ['upload', 'zoo.png'],
    ['order', ''],
  ])
  const run = green(await made.run())
  expect(run.outputs).toMatchObject({uploaded: '1', unchanged: '7', failed: '0'})
  expect(run.annotations).toEqual([])
  expect(green(await made.run()).writes).toEqual([])

  // Without the store, all of them count.
  const checked = red(await made.run({mode: 'validate'}))
  expect(checked.summary.split('\n')[0]).toMatch(/❌ 6 problems/)
})

test.concurrent('A file is not shown by the store when another set or a dead record has its bytes', async () => {
  const elsewhere = await scenario(
    {[place('1.png')]: transparent},
    storeOf([{type: 'APP_WATCH_SERIES_4', assets: [{fileName: '1.png', bytes: transparent}]}]),
  )
  expectOneProblem(await elsewhere.run(), place('1.png'), /transparent pixels/)
  const dead = await scenario(
    {[place('1.png')]: transparent},
    storeWith([{fileName: '1.png', bytes: transparent, state: 'FAILED'}]),
  )
  expectOneProblem(await dead.run(), place('1.png'), /transparent pixels/)
  expect(dead.names(WATCH)).toEqual(['1.png'])
})

test.concurrent('A problem of the layout is told before the store is read, together with those of the files', async () => {
  const made = await scenario({
    ...(await shots({'1.png': 1})),
    [place('2.png')]: transparent,
    [place('3.psd')]: 'x',
  })
  const run = red(await made.run())
  expect(run.summary.split('\n')[0]).toMatch(/2 problems/)
  // Those that find the version are on their way already.
  expect(run.requests.length).toBeLessThanOrEqual(3)
})

test.concurrent('A version to be created takes over what the one before it shows, whatever the rules say', async () => {
  const made = await scenario(
    {...(await shots({'1.png': 1})), [place('2.png')]: transparent},
    storeWith([...(await stored({'1.png': 1})), {fileName: '2.png', bytes: transparent}], {
      state: 'READY_FOR_DISTRIBUTION',
    }),
  )
  const inputs = {version: '2.0.0', 'create-version': 'true'}
  const run = green(await made.run(inputs))
  expect(run.outputs).toMatchObject({changed: 'true', uploaded: '0', unchanged: '2'})

  await made.write({[place('3.png')]: await image(390, 312)})
  expectOneProblem(
    await made.run(inputs),
    place('3.png'),
    /390×312 pixels, which APP_WATCH_SERIES_3 \(Apple Watch Series 3\) does not accept/,
  )
})

test.concurrent('If Apple refuses opaque alpha after all, the run is red with what to do, and the old picture stays', async () => {
  const made = await scenario(
    {[place('1.png')]: opaque},
    {...storeWith(await stored({'1.png': 1})), opaqueAlpha: 'refuse'},
  )
  const run = red(await made.run())
  expect(run.annotations.filter(({level}) => level === 'error')).toEqual([
    {
      level: 'error',
      file: place('1.png'),
      message: expect.stringMatching(
        /IMAGE_ALPHA_NOT_ALLOWED.*without an alpha channel.*-alpha off/,
      ),
    },
    expect.objectContaining({file: null}),
  ])
  expect(made.assets(WATCH)).toMatchObject([{fileName: '1.png', state: 'COMPLETE'}])
})
