import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, expect, test} from '@jest/globals'
import {video} from '../../helpers/media.ts'
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
import type {FaultRule} from '../../../simulator/http/faults.ts'

afterAll(closeScenarios)

const three = {'1.png': 1, '2.png': 2, '3.png': 3}

test.concurrent.each<[string, FaultRule]>([
  [
    'A reservation that was made though the answer was 503',
    {match: {path: 'reserve'}, nth: 2, effect: {kind: 'status', status: 503, applied: true}},
  ],
  [
    'A commit whose answer was lost',
    {match: {path: 'commit'}, nth: 2, effect: {kind: 'reset', when: 'after'}},
  ],
  [
    'A commit that took effect though the answer was 504',
    {match: {path: 'commit'}, effect: {kind: 'status', status: 504, applied: true, body: 'html'}},
  ],
  [
    'A set that was made though the answer was cut',
    {match: {path: 'create-set'}, effect: {kind: 'cut'}},
  ],
  [
    'A part that broke off',
    {match: {path: 'part'}, nth: 2, effect: {kind: 'reset', when: 'during'}},
  ],
  [
    'A token that Apple does not like for a moment',
    {match: {path: 'reserve'}, nth: 2, effect: {kind: 'status', status: 401}},
  ],
  [
    'A list that ignores its filters',
    {match: {method: 'GET'}, times: 2, effect: {kind: 'ignore-filters'}},
  ],
  [
    'A gateway that answers in HTML',
    {match: {path: 'localizations'}, effect: {kind: 'status', status: 502, body: 'html'}},
  ],
])('%s changes nothing of the outcome', async (_, fault) => {
  const apps = [
    {bundleId: 'com.example.app2', versions: [{versionString: '3.0.0'}]},
    {
      bundleId: 'com.example.app',
      versions: [
        {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'},
        {versionString: '1.0.0'},
        {versionString: '1.0.0', platform: 'MAC_OS'},
      ],
    },
  ]
  const {run, simulator} = await scenario(await shots(three), {apps})
  const struck = simulator.faults.add(fault)
  green(await run())
  expect(struck()).toBeGreaterThan(0)
  const assets = simulator.listing('1.0.0', 'IOS')['en-US']?.[WATCH] ?? []
  expect(assets.map(({fileName, state}) => `${fileName} ${state}`)).toEqual([
    '1.png COMPLETE',
    '2.png COMPLETE',
    '3.png COMPLETE',
  ])
})

test.concurrent('Lists that lag behind what was just made change nothing of the outcome', async () => {
  const {run, names} = await scenario(await shots(three), {listLagMilliseconds: 3000})
  green(await run())
  expect(names(WATCH)).toEqual(['1.png', '2.png', '3.png'])
})

test.concurrent('Lists that lag behind a new version send nothing of it twice', async () => {
  const {run, simulator} = await scenario(await shots({'1.png': 1, '2.png': 2}), {
    ...storeWith(await stored({'1.png': 1}), {state: 'READY_FOR_DISTRIBUTION'}),
    listLagMilliseconds: 1500,
  })
  const inputs = {version: '1.1.0', 'create-version': 'true'}
  const made = green(await run(inputs))
  expect(made.outputs).toMatchObject({uploaded: '1', unchanged: '1'})
  expect(simulator.listing('1.1.0')['en-US']?.[WATCH]).toHaveLength(2)
})

test.concurrent('A run that was killed when it had made the version is finished by the next one', async () => {
  const {run, start, simulator} = await scenario(
    await shots({'1.png': 1, '2.png': 2}),
    storeWith(await stored({'1.png': 1}), {state: 'READY_FOR_DISTRIBUTION'}),
  )
  const inputs = {version: '1.1.0', 'create-version': 'true'}
  const {child, ended} = await start(inputs)
  simulator.onApplied(({routeClass}) => {
    if (routeClass === 'create-version') child.kill('SIGKILL')
  })
  await ended
  const next = green(await run(inputs))
  expect(next.outputs).toMatchObject({uploaded: '1', unchanged: '1'})
  expect(simulator.versions()).toHaveLength(2)
})

test.concurrent('Two runs at once leave nothing that a third does not put right', async () => {
  const {run, names} = await scenario(await shots(three))
  // Each may take away what the other waits for.
  const inputs = {'processing-timeout': '0.06'}
  await Promise.all([run(inputs), run(inputs)])
  green(await run())
  expect(names(WATCH)).toEqual(['1.png', '2.png', '3.png'])
})

test.concurrent('A file that changes while the run works is not committed, and named', async () => {
  const {run, simulator, workspace, names} = await scenario(await shots(three))
  const bytes = await shot(2)
  simulator.onApplied(async ({routeClass}) => {
    if (routeClass === 'create-set') await writeFile(path.join(workspace, place('2.png')), bytes)
  })
  const failed = red(await run())
  expect(failed.annotations.find(({file}) => file !== null)).toMatchObject({file: place('2.png')})
  expect(names(WATCH)).toEqual(['1.png', '3.png'])
})

test.concurrent('One part at a time goes out with a concurrency of one', async () => {
  const {run, simulator} = await scenario(
    {'previews/en-US/IPHONE_67/intro.mp4': await video('iphone.mp4')},
    {partSize: 10_000},
  )
  simulator.faults.add({
    match: {path: 'part'},
    times: Number.POSITIVE_INFINITY,
    effect: {kind: 'delay', milliseconds: 60},
  })
  const {parts} = green(await run({concurrency: '1', 'processing-timeout': '0'}))
  const times = parts.map(({at}) => at)
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  expect(pauses).toHaveLength(4)
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(55)
})

test.concurrent('An asset that shows no checksum is waited for only if it may be one of the files', async () => {
  const {run, names} = await scenario(
    await shots({'1.png': 1}),
    storeWith([{fileName: '1.png', size: 5, md5: 'ab'.repeat(16), checksum: null}]),
  )
  const replaced = green(await run())
  expect(replaced.requests.filter(({routeClass}) => routeClass === 'set-list').length).toBeLessThan(
    4,
  )
  expect(replaced.outputs).toMatchObject({uploaded: '1', deleted: '1'})
  expect(names(WATCH)).toEqual(['1.png'])
})

test.concurrent('A full set of previews is replaced one by one', async () => {
  const names = ['iphone.mp4', 'rotated.mp4', 'almost-long-enough.mp4']
  const videos = await Promise.all(names.map(video))
  const assets = [1, 2, 3].map((number) => ({
    fileName: `${number}.mp4`,
    size: 1000 + number,
    md5: String(number).repeat(32),
  }))
  const localizations = [{locale: 'en-US', sets: [{type: 'IPHONE_67', assets}]}]
  const made = await scenario(
    Object.fromEntries(
      videos.map((bytes, index) => [`previews/en-US/IPHONE_67/${index + 1}.mp4`, bytes] as const),
    ),
    {apps: [{bundleId: 'com.example.app', versions: [{versionString: '1.0.0', localizations}]}]},
  )
  const counts: number[] = []
  made.simulator.onApplied(() => {
    counts.push(made.assets('IPHONE_67').filter(({state}) => state === 'COMPLETE').length)
  })
  const run = green(await made.run())
  expect(Math.min(...counts)).toBe(2)
  expect(run.outputs).toMatchObject({uploaded: '3', deleted: '3', failed: '0'})
  expect(made.names('IPHONE_67')).toEqual(['1.mp4', '2.mp4', '3.mp4'])
})

test.concurrent('A refused plan promises nothing, as sync then does nothing', async () => {
  const many = Object.fromEntries(Array.from({length: 7}, (_, n) => [`old ${n}.png`, n + 20]))
  const {run} = await scenario(
    {
      ...(await shots({'1.png': 1, '2.png': 2, '3.png': 3, '4.png': 4})),
      ...(await shots({'1.png': 1}, 'ja')),
    },
    storeWith(await stored(many)),
  )
  const planned = red(await run({mode: 'plan'}))
  expect(planned.outputs).toMatchObject({changed: 'false', uploaded: '0', deleted: '0'})
  const synced = red(await run())
  expect(synced.writes).toEqual([])
  expect(synced.outputs).toMatchObject({changed: 'false', uploaded: '0', deleted: '0'})
})

test.concurrent('An annotation names its file letter for letter, whatever letters it has', async () => {
  const name = 'a,b:c%0A;d=e ü.png'
  const {run} = await scenario({[place(name)]: ''})
  const failed = red(await run({mode: 'validate'}))
  expect(failed.annotations[0]?.file).toBe(place(name))
})
