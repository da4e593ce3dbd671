import {afterAll, expect, test} from '@jest/globals'
import {video} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  scenario,
  shot,
  shots,
  stored,
  storeWith,
  WATCH,
} from '../../helpers/scenario.ts'
import {killAt} from '../assets/kill-at.ts'
import type {RouteClass} from '../../../simulator/http/routes.ts'

afterAll(closeScenarios)

const LONG_AGO = 1_700_000_000

test.concurrent.each<[RouteClass, number]>([
  ['create-localization', 1],
  ['create-set', 1],
  ['reserve', 2],
  ['part', 2],
  ['commit', 1],
  ['commit', 4],
])(
  'A run that was killed at %s number %i is finished by the next one, and nothing is there twice',
  async (kind, nth) => {
    const made = await scenario({
      ...(await shots({'1.png': 1, '2.png': 2, '3.png': 3})),
      ...(await shots({'1.png': 1, '2.png': 2}, 'ja')),
    })
    await killAt(made, {kind, nth})
    green(await made.run())
    expect(made.names(WATCH)).toEqual(['1.png', '2.png', '3.png'])
    expect(made.names(WATCH, 'ja')).toEqual(['1.png', '2.png'])
    expect(made.assets(WATCH).every(({state}) => state === 'COMPLETE')).toBe(true)
  },
)

test.concurrent('A run that was killed between the new file and the deletion of the old one heals', async () => {
  const made = await scenario(
    await shots({'1.png': 11, '2.png': 22}),
    storeWith([...(await stored({'1.png': 1, '2.png': 2})), ...(await stored({'1.png': 11}))]),
  )
  const run = green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', '2.png'])
  expect(run.outputs).toMatchObject({uploaded: '1', unchanged: '1', deleted: '2'})
})

test.concurrent('A run that was killed after the upload and before the deletion leaves only deletions to do', async () => {
  const made = await scenario(
    await shots({'1.png': 11, '2.png': 2}),
    storeWith([...(await stored({'1.png': 1, '2.png': 2})), ...(await stored({'1.png': 11}))]),
  )
  const {writes} = green(await made.run())
  expect(writes.map(({routeClass}) => routeClass)).toEqual(['delete', 'reorder'])
  expect(made.names(WATCH)).toEqual(['1.png', '2.png'])
})

test.concurrent('A run that was killed after it had put new files in order, and before the old ones were deleted, heals', async () => {
  const made = await scenario(
    await shots({'1.png': 11, '2.png': 22}),
    storeWith(await stored({'1.png': 1, '2.png': 2})),
  )
  // One part at a time: the first file has to be reserved anew, and comes behind the second.
  made.simulator.faults.add({match: {path: 'part'}, effect: {kind: 'status', status: 403}})
  await killAt(made, {kind: 'reorder'}, {concurrency: '1'})
  expect(made.names(WATCH)).toEqual(['1.png', '2.png', '1.png', '2.png'])

  const {outputs} = green(await made.run())
  expect(outputs).toMatchObject({uploaded: '0', deleted: '2', unchanged: '2'})
  expect(made.names(WATCH)).toEqual(['1.png', '2.png'])
})

test.concurrent('A run that is cancelled says what was done, and the next one goes on', async () => {
  const made = await scenario(await shots({'1.png': 1, '2.png': 2, '3.png': 3}))
  made.simulator.faults.add({
    match: {path: 'part'},
    nth: 2,
    times: 1,
    effect: {kind: 'hang'},
  })
  const {child, ended} = await made.start()
  made.simulator.onApplied(({routeClass}) => {
    if (routeClass === 'commit') child.kill('SIGINT')
  })
  const run = red(await ended)
  expect(run.summary).toMatch(/cancelled/)
  expect(run.outputs['failed']).not.toBe('0')

  green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', '2.png', '3.png'])
  expect(made.assets(WATCH)).toHaveLength(3)
})

test.concurrent('A reservation that an interrupted run left is filled instead of made anew while it lives', async () => {
  const made = await scenario(
    await shots({'1.png': 1, '2.png': 2}),
    storeWith([
      {fileName: '1.png', state: 'AWAITING_UPLOAD', size: (await shot(1)).length},
      ...(await stored({'2.png': 2})),
    ]),
  )
  const left = made.assets(WATCH)[0]?.id
  const run = green(await made.run())
  expect(run.writes.map(({routeClass}) => routeClass)).toEqual(['commit'])
  expect(made.assets(WATCH).map(({id}) => id)).toContain(left)
  expect(made.names(WATCH)).toEqual(['1.png', '2.png'])
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '0', unchanged: '1'})
})

test.concurrent.each([
  ['has expired', {expires: LONG_AGO}],
  ['is of another size', {size: 5}],
])(
  'A reservation that an interrupted run left is removed when it %s, and the file is reserved anew',
  async (_, difference) => {
    const made = await scenario(
      await shots({'1.png': 1}),
      storeWith([
        {fileName: '1.png', state: 'AWAITING_UPLOAD', size: (await shot(1)).length, ...difference},
      ]),
    )
    const run = green(await made.run())
    expect(run.writes.map(({routeClass}) => routeClass)).toEqual(['delete', 'reserve', 'commit'])
    expect(made.names(WATCH)).toEqual(['1.png'])
    expect(run.outputs).toMatchObject({uploaded: '1', deleted: '1'})
  },
)

test.concurrent('Two reservations of the same name and size that were left make one file', async () => {
  const open = {
    fileName: '1.png',
    state: 'AWAITING_UPLOAD',
    size: (await shot(1)).length,
  } as const
  const made = await scenario(await shots({'1.png': 1}), storeWith([open, open]))
  const run = green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png'])
  expect(run.outputs).toMatchObject({uploaded: '1', deleted: '1', failed: '0'})
})

test.concurrent('A reservation that an interrupted run left does not keep a full set from taking its file', async () => {
  const nine = Object.fromEntries(Array.from({length: 9}, (_, n) => [`${n + 2}.png`, n + 2]))
  const made = await scenario(
    await shots({'1.png': 1, ...nine}),
    storeWith([
      ...(await stored(nine)),
      {fileName: '1.png', state: 'AWAITING_UPLOAD', size: 77, expires: LONG_AGO},
    ]),
  )
  green(await made.run())
  expect(made.names(WATCH)).toEqual(['1.png', ...Object.keys(nine)])
})

test.concurrent('A FAILED record of a file’s name is removed and the file sent again', async () => {
  const made = await scenario(
    await shots({'1.png': 1}),
    storeWith([{fileName: '1.png', bytes: await shot(1), state: 'FAILED'}]),
  )
  const run = green(await made.run())
  expect(run.writes.map(({routeClass}) => routeClass)).toEqual(['delete', 'reserve', 'commit'])
  expect(made.names(WATCH)).toEqual(['1.png'])
})

test.concurrent('A FAILED record of no file’s name is an extra, and pruned as one', async () => {
  const made = await scenario(
    await shots({'1.png': 1}),
    storeWith([
      ...(await stored({'1.png': 1})),
      {fileName: 'old.png', bytes: await shot(2), state: 'FAILED'},
    ]),
  )
  const kept = green(await made.run())
  expect(kept.writes).toEqual([])
  expect(kept.annotations[0]?.message).toContain('old.png')
  const pruned = green(await made.run({prune: 'true'}))
  expect(pruned.outputs).toMatchObject({deleted: '1', uploaded: '0'})
  expect(made.names(WATCH)).toEqual(['1.png'])
})

test.concurrent('A FAILED record of a preview is removed and the video sent again', async () => {
  const bytes = await video('iphone.mp4')
  const failed = {fileName: 'intro.mp4', bytes, state: 'FAILED'} as const
  const made = await scenario(
    {'previews/en-US/iphone-6.9/intro.mp4': bytes},
    {
      apps: [
        {
          bundleId: 'com.example.app',
          versions: [
            {
              versionString: '1.0.0',
              localizations: [{locale: 'en-US', sets: [{type: 'IPHONE_67', assets: [failed]}]}],
            },
          ],
        },
      ],
    },
  )
  green(await made.run())
  expect(made.assets('IPHONE_67').map(({state}) => state)).toEqual(['COMPLETE'])
})
