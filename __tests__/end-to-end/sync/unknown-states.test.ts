import {afterAll, expect, test} from '@jest/globals'
import {hurried} from '../../helpers/hurried.ts'
import {video} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {sampled} from '../../helpers/sampled.ts'
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
import type {Scenario} from '../../helpers/scenario.ts'
import type {AssetSeed} from '../../../simulator/store/seeds.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'

afterAll(closeScenarios)

/** What Apple may show where it has a state to tell. */
const UNTOLD: readonly (readonly [string, unknown])[] = [
  ['missing', undefined],
  ['null', null],
  ['a state of null', {state: null, errors: null, warnings: null}],
  ['a word that nobody knows', {state: 'LIVE', errors: [], warnings: null}],
]

const TEN = Object.fromEntries(Array.from({length: 10}, (_, n) => [`${n + 1}.png`, n + 1]))
/** Apple's picture of an asset goes with the state, so that only a checksum is left as a proof. */
const WITHOUT_PICTURE = {imageAsset: null, previewFrameImage: null, videoUrl: null}
const WITHOUT_PROOF = {...WITHOUT_PICTURE, sourceFileChecksum: null}

const classes = ({writes}: Awaited<ReturnType<Scenario['run']>>) =>
  writes.map(({routeClass}) => routeClass)

async function watchStore(
  numbers: Readonly<Record<string, number>>,
  disguise: SimulatorOptions['disguise'],
): Promise<SimulatorOptions> {
  return {...storeWith(await stored(numbers)), ...(disguise === undefined ? {} : {disguise})}
}

function previewStore(assets: readonly AssetSeed[]): SimulatorOptions {
  const localizations = [{locale: 'en-US', sets: [{type: 'IPHONE_67', assets}]}]
  return {
    apps: [{bundleId: 'com.example.app', versions: [{versionString: '1.0.0', localizations}]}],
  }
}

test.concurrent.each(sampled(UNTOLD))(
  'Ten pictures with the checksums of the files are there, although their state is %s',
  async (_, assetDeliveryState) => {
    const made = await scenario(
      await shots(TEN),
      await watchStore(TEN, () => ({...WITHOUT_PICTURE, assetDeliveryState})),
    )
    const run = green(await made.run({prune: 'true'}))
    expect(run.writes).toEqual([])
    expect(run.outputs).toMatchObject({unchanged: '10', deleted: '0', failed: '0'})
  },
)

test.concurrent('A picture proves that Apple has processed an asset whose state is not told, so it is replaced as usual', async () => {
  const made = await scenario(
    await shots({'1.png': 11}),
    await watchStore({'1.png': 1, 'gone.png': 2}, () => ({assetDeliveryState: null})),
  )
  const run = green(await made.run({prune: 'true'}))
  expect(classes(run)).toEqual(['reserve', 'commit', 'delete', 'delete'])
  expect(made.names(WATCH)).toEqual(['1.png'])
})

test.concurrent('An asset of which nothing can be told is never deleted, not even with prune, and is named', async () => {
  const made = await scenario(
    await shots({'1.png': 11, '2.png': 2}),
    await watchStore({'1.png': 1, '2.png': 2, 'gone.png': 3}, ({fileName}) =>
      fileName === 'gone.png' ? {...WITHOUT_PROOF, assetDeliveryState: null} : {},
    ),
  )
  const run = green(await made.run({prune: 'true'}))
  expect(classes(run)).toEqual(['reserve', 'commit', 'delete', 'reorder'])
  expect(made.names(WATCH)).toEqual(['1.png', '2.png', 'gone.png'])
  expect(run.summary).toMatch(/keeps gone\.png.*does not report its state/i)
  expect(run.annotations.map(({level, message}) => [level, message])).toEqual([
    ['warning', expect.stringMatching(/keeps gone\.png/)],
  ])
  expect(run.summary.split('\n')[0]).toMatch(/⚠️.*does not say enough about it to delete safely/)
})

test.concurrent('A full set keeps the asset of which nothing can be told: the run is refused before it writes', async () => {
  const made = await scenario(
    await shots({...TEN, '1.png': 99}),
    await watchStore(TEN, ({fileName}) =>
      fileName === '1.png' ? {...WITHOUT_PROOF, fileSize: 5, assetDeliveryState: null} : {},
    ),
  )
  const run = red(await made.run({prune: 'true'}))
  expect(run.writes).toEqual([])
  expect(run.summary).toMatch(/1\.png/)
  expect(made.assets(WATCH)).toHaveLength(10)
})

test.concurrent('An asset with the name and size of a file, of which nothing else can be told, is undecided', async () => {
  const made = await scenario(
    await shots({'1.png': 1}),
    await watchStore({'1.png': 1}, () => ({...WITHOUT_PROOF, assetDeliveryState: null})),
  )
  const run = red(await made.run({}, {env: hurried}))
  expect(run.writes).toEqual([])
  expect(run.annotations[0]).toMatchObject({level: 'error', file: place('1.png')})
  expect(made.names(WATCH)).toEqual(['1.png'])
})

test.concurrent('An open reservation with a checksum is not taken for one without content', async () => {
  const made = await scenario(
    await shots({'1.png': 11}),
    await watchStore({'1.png': 1}, ({state}) =>
      state === 'COMPLETE'
        ? {assetDeliveryState: {state: 'AWAITING_UPLOAD'}, imageAsset: null}
        : {},
    ),
  )
  await made.run({prune: 'true', 'processing-timeout': '0'})
  expect(made.names(WATCH)).toEqual(['1.png', '1.png'])
})

test.concurrent.each(sampled(UNTOLD))(
  'A preview is there when only the older attribute says so: the other is %s',
  async (_, videoDeliveryState) => {
    const bytes = await video('iphone.mp4')
    const made = await scenario(
      {'previews/en-US/IPHONE_67/intro.mp4': bytes},
      {
        ...previewStore([{fileName: 'intro.mp4', bytes}]),
        disguise: () => ({...WITHOUT_PICTURE, videoDeliveryState}),
      },
    )
    const run = green(await made.run({prune: 'true'}))
    expect(run.writes).toEqual([])
    expect(run.outputs).toMatchObject({unchanged: '1', failed: '0'})
  },
)

test.concurrent('A file that was sent is not accepted on its checksum alone, which Apple only echoes', async () => {
  const made = await scenario(await shots({'1.png': 11}), {
    ...(await watchStore({'1.png': 1}, ({state}) =>
      state === 'UPLOAD_COMPLETE' ? {assetDeliveryState: {state: 'LIVE'}} : {},
    )),
    processing: 'never',
  })
  const run = red(await made.run({'processing-timeout': '0.03'}))
  expect(run.outputs).toMatchObject({uploaded: '0', failed: '1', deleted: '0'})
  expect(made.names(WATCH)).toEqual(['1.png', '1.png'])
})

test.concurrent('A video that was sent is not accepted because its bytes are stored', async () => {
  const made = await scenario(
    {'previews/en-US/IPHONE_67/intro.mp4': await video('iphone.mp4')},
    {
      processing: 'never',
      disguise: ({state}) =>
        state === 'AWAITING_UPLOAD'
          ? {}
          : {videoDeliveryState: {state: 'LIVE'}, assetDeliveryState: {state: 'COMPLETE'}},
    },
  )
  const run = red(await made.run({'processing-timeout': '0.03'}))
  expect(run.outputs).toMatchObject({uploaded: '0', failed: '1'})
})

test.concurrent('A file that was sent is accepted by its picture and its checksum when its state is not told', async () => {
  const made = await scenario(await shots({'1.png': 11}), {
    ...(await watchStore({'1.png': 1}, ({state}) =>
      state === 'COMPLETE' ? {assetDeliveryState: null} : {},
    )),
  })
  green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png'])
})

test.concurrent('A COMPLETE asset without a checksum is not said to have other bytes', async () => {
  const made = await scenario(
    await shots({'1.png': 1}),
    storeWith([{fileName: '1.png', bytes: await shot(1), checksum: null}]),
  )
  const {plan} = green(await made.run({mode: 'plan'}, {env: hurried}))
  expect(plan?.steps.map(({action}) => action)).toEqual(['replace', 'delete'])
  expect(JSON.stringify(plan?.steps)).not.toContain('other bytes')
})
