import {createHash} from 'node:crypto'
import {afterAll, expect, test} from '@jest/globals'
import {image, video} from '../../helpers/media.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots, WATCH} from '../../helpers/scenario.ts'
import type {Files, ScenarioRun} from '../../helpers/scenario.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'

afterAll(closeScenarios)

const kinds = ({requests}: ScenarioRun) => requests.map(({routeClass}) => routeClass)
const times = (run: ScenarioRun, kind: RouteClass) =>
  kinds(run).filter((each) => each === kind).length

/** Three locales of which the version has one, six sets, and previews of several parts. */
async function wholeListing(): Promise<Files> {
  return {
    ...(await shots({'1.png': 1, '2.png': 2, '10.png': 3, '1b.png': 4})),
    ...(await shots({'a.png': 5}, 'de-DE')),
    'screenshots/en-US/APP_IPHONE_67/home.png': await image(1290, 2796),
    'screenshots/en-US/APP_IPHONE_67/detail.jpg': await image(1290, 2796, {format: 'jpeg'}),
    'screenshots/ja/iphone-6.9/home.jpeg': await image(1320, 2868, {format: 'jpeg'}),
    'previews/en-US/IPHONE_67/2 second.mp4': await video('iphone.mp4'),
    'previews/en-US/IPHONE_67/1 first.mp4': await video('rotated.mp4'),
    'previews/ja/APP_IPHONE_67/intro.mp4': await video('iphone.mp4'),
    'screenshots/README.md': 'Made by the design team.',
  }
}

test.concurrent('The first upload shows the whole folder in natural order without one reorder request', async () => {
  const {simulator, run, names, assets} = await scenario(await wholeListing(), {
    partSize: 10_000,
    processingMilliseconds: 50,
  })
  const first = green(await run())

  expect(Object.keys(simulator.listing()).toSorted()).toEqual(['de-DE', 'en-US', 'ja'])
  expect(names(WATCH)).toEqual(['1.png', '1b.png', '2.png', '10.png'])
  expect(names('APP_IPHONE_67')).toEqual(['detail.jpg', 'home.png'])
  expect(names(WATCH, 'de-DE')).toEqual(['a.png'])
  expect(names('APP_IPHONE_67', 'ja')).toEqual(['home.jpeg'])
  expect(names('IPHONE_67')).toEqual(['1 first.mp4', '2 second.mp4'])
  expect(names('IPHONE_67', 'ja')).toEqual(['intro.mp4'])
  const bytes = await video('rotated.mp4')
  expect(assets('IPHONE_67')[0]).toMatchObject({
    state: 'COMPLETE',
    fileSize: bytes.length,
    md5: createHash('md5').update(bytes).digest('hex'),
  })

  expect(times(first, 'create-localization')).toBe(2)
  expect(times(first, 'create-set')).toBe(6)
  expect(times(first, 'reserve')).toBe(11)
  expect(times(first, 'commit')).toBe(11)
  expect(first.writes).toHaveLength(2 + 6 + 22)
  expect(first.outputs).toMatchObject({
    changed: 'true',
    uploaded: '11',
    deleted: '0',
    reordered: '0',
    unchanged: '0',
    failed: '0',
    'version-id': simulator.versions()[0]?.id,
  })
  expect(first.summary.split('\n')[0]).toContain('✅')
  expect(first.annotations).toEqual([])
})

test.concurrent('The first upload is followed by a run that writes nothing and reads 3 + L + P times', async () => {
  const {run} = await scenario(await wholeListing())
  green(await run())
  const second = green(await run())

  expect(second.writes).toEqual([])
  expect(second.parts).toEqual([])
  // Three locales with screenshots, two with previews.
  expect(second.requests).toHaveLength(3 + 3 + 2)
  expect(second.outputs).toMatchObject({
    changed: 'false',
    uploaded: '0',
    deleted: '0',
    reordered: '0',
    unchanged: '11',
    failed: '0',
  })
  expect(second.summary.split('\n')[0]).toContain('Nothing to do')
  expect(second.stdout).toContain('Nothing to do')
  expect(second.plan?.steps).toEqual([])
})

test.concurrent('The first upload sends each part once, whole, with its length, and never the token', async () => {
  const preview = await video('iphone.mp4')
  const {run} = await scenario({'previews/en-US/IPHONE_67/intro.mp4': preview}, {partSize: 10_000})
  const {parts, requests} = green(await run())

  expect(parts.map(({body}) => Number(body)).toSorted((one, other) => one - other)).toEqual([
    9575, 10_000, 10_000, 10_000, 10_000,
  ])
  for (const {headers} of parts) {
    expect(headers['content-length']).toMatch(/^\d+$/)
    expect(headers['transfer-encoding']).toBeUndefined()
    expect(headers.authorization).toBeUndefined()
    expect(headers['content-type']).toBe('video/mp4')
  }
  const reservation = requests.find(({routeClass}) => routeClass === 'reserve')
  expect(reservation?.body).toMatchObject({
    data: {attributes: {fileName: 'intro.mp4', fileSize: preview.length, mimeType: 'video/mp4'}},
  })
})

test.concurrent('The first upload tells in the log what is sent, and no secret', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1}))
  const {stdout, summary, plan} = green(await run())

  expect(stdout).toMatch(/^✓ en-US, Apple Watch Series 3: uploaded 1\.png \(3\.49 kB\)$/mu)
  const lines = simulator.key.privateKey.split('\n').filter((line) => line.length > 10)
  const told = stdout + summary + JSON.stringify(plan)
  for (const line of lines) expect(told.includes(line)).toBe(false)
  expect(told).not.toMatch(/eyJ|Signature=|Bearer/)
})

test.concurrent('The first upload shows pictures of the store in the summary', async () => {
  const {run, assets} = await scenario(await shots({'1.png': 1}))
  const {summary} = green(await run())
  expect(summary).toMatch(new RegExp(`<img src="[^"]*${assets(WATCH)[0]?.id}[^"]*"`))
})

test.concurrent('A locale folder whose case differs from Apple’s goes to that locale', async () => {
  const {run, names} = await scenario(await shots({'1.png': 1}, 'EN-us'))
  green(await run())
  expect(names(WATCH)).toEqual(['1.png'])
})

test.concurrent('A whole fastlane tree is taken as it is', async () => {
  const {run, simulator} = await scenario({
    'fastlane/screenshots/en-US/01 iPhone 15 Pro Max-home.png': await image(1290, 2796),
    'fastlane/screenshots/en-US/01 iPhone 15 Pro Max-home_framed.png': await image(1290, 2796, {
      colour: 'red',
    }),
    'fastlane/screenshots/en-US/02_watch.png': await image(312, 390),
    'fastlane/screenshots/en-US/iPad Pro (12.9-inch) (2nd generation)-1.png': await image(
      2048,
      2732,
    ),
    'fastlane/screenshots/en-US/iPad Pro (12.9-inch) (6th generation)-1.png': await image(
      2048,
      2732,
      {colour: 'green'},
    ),
    'fastlane/screenshots/iMessage/en-US/sticker.png': await image(1290, 2796, {colour: 'blue'}),
    'fastlane/screenshots/Framefile.json': '{}',
    'fastlane/screenshots/screenshots.html': '<html></html>',
    'fastlane/screenshots/en-US/title.strings': '"a" = "b";',
    'fastlane/screenshots/fonts/font.ttf': 'x',
    'fastlane/screenshots/background.jpg': await image(100, 100, {format: 'jpeg'}),
  })
  green(await run({screenshots: 'fastlane/screenshots'}))

  const sets = simulator.listing()['en-US'] ?? {}
  const names = Object.entries(sets).map(([type, list]) => [type, list.map((a) => a.fileName)])
  expect(Object.fromEntries(names)).toEqual({
    APP_IPHONE_67: ['01 iPhone 15 Pro Max-home_framed.png'],
    APP_WATCH_SERIES_3: ['02_watch.png'],
    APP_IPAD_PRO_129: ['iPad Pro (12.9-inch) (2nd generation)-1.png'],
    APP_IPAD_PRO_3GEN_129: ['iPad Pro (12.9-inch) (6th generation)-1.png'],
    IMESSAGE_APP_IPHONE_67: ['sticker.png'],
  })
})

test.concurrent('A folder without previews leaves the previews of the store alone', async () => {
  const kept = {
    type: 'IPHONE_67',
    assets: [{fileName: 'old.mp4', bytes: await video('iphone.mp4')}],
  }
  const {run, names} = await scenario(await shots({'1.png': 1}), {
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [{versionString: '1.0.0', localizations: [{locale: 'en-US', sets: [kept]}]}],
      },
    ],
  })
  const first = green(await run({prune: 'true'}))
  expect(names('IPHONE_67')).toEqual(['old.mp4'])
  expect(first.requests.some(({path}) => path.includes('appPreview'))).toBe(false)
  expect(first.annotations).toEqual([])
})

test.concurrent('A picture that the folder has twice is sent twice, once', async () => {
  const {run, names} = await scenario(await shots({'1.png': 7, '2.png': 7}))
  green(await run())
  expect(names(WATCH)).toEqual(['1.png', '2.png'])
  const second = green(await run())
  expect(second.writes).toEqual([])
})

test.concurrent('Wanted locales alone are touched', async () => {
  const {run, simulator} = await scenario({
    ...(await shots({'1.png': 1})),
    ...(await shots({'1.png': 1}, 'de-DE')),
    ...(await shots({'1.png': 1}, 'ja')),
    ...(await shots({'1.png': 1}, 'fr-FR')),
  })
  green(await run({locales: 'JA, de-DE\n'}))
  expect(Object.keys(simulator.listing()['en-US'] ?? {})).toEqual([])
  expect(Object.keys(simulator.listing()).toSorted()).toEqual(['de-DE', 'en-US', 'ja'])
})

test.concurrent.each([
  ['TV_OS', 'tv_os', 'APP_APPLE_TV', [1920, 1080]],
  ['MAC_OS', 'MAC_OS', 'APP_DESKTOP', [1280, 800]],
  ['VISION_OS', 'vision_os', 'APP_APPLE_VISION_PRO', [3840, 2160]],
] as const)(
  'An upload for %s goes to the version of that platform',
  async (platform, input, type, size) => {
    const platforms = ['IOS', 'TV_OS', 'MAC_OS', 'VISION_OS']
    const versions = platforms.map((each) => ({versionString: '1.0.0', platform: each}))
    const picture = await image(size[0], size[1], {alpha: true})
    const {simulator, run} = await scenario(
      {'screenshots/en-US/1.png': picture},
      {apps: [{bundleId: 'com.example.app', versions}]},
    )
    green(await run({platform: input, version: 'v1.0.0'}))
    const filled = platforms.filter((each) => {
      const sets = simulator.listing('1.0.0', each)['en-US'] ?? {}
      return Object.keys(sets).includes(type)
    })
    expect(filled).toEqual([platform])
  },
)
