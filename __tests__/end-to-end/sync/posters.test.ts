import {afterAll, expect, test} from '@jest/globals'
import {video} from '../../helpers/media.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'

afterAll(closeScenarios)

const folder = 'previews/en-US/IPHONE_67'
const intro = await video('iphone.mp4')

function storeWithPreview(posterTimeCode?: string): SimulatorOptions {
  const asset = {
    fileName: 'intro.mp4',
    bytes: intro,
    ...(posterTimeCode === undefined ? {} : {posterTimeCode}),
  }
  const localizations = [{locale: 'en-US', sets: [{type: 'IPHONE_67', assets: [asset]}]}]
  return {
    apps: [{bundleId: 'com.example.app', versions: [{versionString: '1.0.0', localizations}]}],
  }
}

test.concurrent('A poster frame is sent once the video is processed', async () => {
  const {run, assets} = await scenario(
    {[`${folder}/intro.mp4`]: intro, [`${folder}/intro.poster.txt`]: '00:00:03:12\n'},
    {processingMilliseconds: 100},
  )
  const first = green(await run())
  expect(first.writes.map(({routeClass}) => routeClass)).toEqual([
    'create-set',
    'reserve',
    'commit',
    'poster',
  ])
  expect(first.writes.at(-1)?.status).toBe(200)
  expect(assets('IPHONE_67')[0]?.posterTimeCode).toBe('00:00:03:12')
  expect(first.outputs).toMatchObject({uploaded: '1', failed: '0'})
  expect(green(await run()).writes).toEqual([])
})

test.concurrent('A poster frame that alone changes is one request, and no file is sent', async () => {
  const {run, assets} = await scenario(
    {[`${folder}/intro.mp4`]: intro, [`${folder}/intro.poster.txt`]: '00:00:08:00'},
    storeWithPreview('00:00:02:00'),
  )
  const changed = green(await run())
  expect(changed.writes.map(({routeClass}) => routeClass)).toEqual(['poster'])
  expect(changed.parts).toEqual([])
  expect(assets('IPHONE_67')[0]?.posterTimeCode).toBe('00:00:08:00')
  expect(changed.outputs).toMatchObject({changed: 'true', uploaded: '0', unchanged: '1'})
  expect(changed.summary.split('\n')[0]).toContain(': 1 updated.')
})

test.concurrent('A poster frame may be told in seconds, whose fraction becomes a frame', async () => {
  const {run, assets} = await scenario(
    {[`${folder}/intro.mp4`]: intro, [`${folder}/intro.poster.txt`]: '7.5'},
    storeWithPreview(),
  )
  green(await run())
  expect(assets('IPHONE_67')[0]?.posterTimeCode).toBe('00:00:07:15')
})

test.concurrent('A poster frame that nobody asks for stays as it is', async () => {
  const {run, assets} = await scenario(
    {[`${folder}/intro.mp4`]: intro},
    storeWithPreview('00:00:02:00'),
  )
  expect(green(await run()).writes).toEqual([])
  expect(assets('IPHONE_67')[0]?.posterTimeCode).toBe('00:00:02:00')
})

test.concurrent('A poster frame without waiting is left to the next run, which says so and sends it', async () => {
  const {run, assets} = await scenario({
    [`${folder}/intro.mp4`]: intro,
    [`${folder}/intro.poster.txt`]: '9',
  })
  const first = green(await run({'processing-timeout': '0'}))
  expect(first.summary).toMatch(/poster frame.*next run/)
  expect(first.writes.map(({routeClass}) => routeClass)).not.toContain('poster')
  const second = green(await run({'processing-timeout': '0'}))
  expect(second.writes.map(({routeClass}) => routeClass)).toEqual(['poster'])
  expect(assets('IPHONE_67')[0]?.posterTimeCode).toBe('00:00:09:00')
})

test.concurrent('The poster frame of a rejected video is not sent, and the file fails once', async () => {
  const {run, simulator} = await scenario({
    [`${folder}/intro.mp4`]: intro,
    [`${folder}/intro.poster.txt`]: '9',
  })
  simulator.faults.addProcessing({
    fileName: 'intro.mp4',
    outcome: [{code: 'MOV_RESAVE_TRIM', description: ''}],
  })
  const failed = red(await run())
  expect(failed.outputs).toMatchObject({failed: '1', uploaded: '0'})
  expect(failed.writes.map(({routeClass}) => routeClass)).not.toContain('poster')
  expect(failed.annotations.find(({file}) => file !== null)?.message).toContain('MOV_RESAVE_TRIM')
})

test.concurrent('A poster frame that Apple refuses is told beside its file, which is on the store all the same', async () => {
  const {run, simulator} = await scenario(
    {[`${folder}/intro.mp4`]: intro, [`${folder}/intro.poster.txt`]: '9'},
    storeWithPreview(),
  )
  simulator.faults.add({
    match: {path: 'poster'},
    times: Number.POSITIVE_INFINITY,
    effect: {kind: 'status', status: 409},
  })
  const failed = red(await run())
  const annotation = failed.annotations.find(({file}) => file !== null)
  expect(annotation?.file).toBe(`${folder}/intro.mp4`)
  expect(annotation?.message).toMatch(/set the poster frame of/)
  expect(failed.summary.split('\n')[0]).toMatch(/❌ Could not set the poster frame of/)
  expect(failed.outputs).toMatchObject({uploaded: '0', unchanged: '1', failed: '0'})
})

test.concurrent('A poster frame beyond the end of its video is a problem of the text file', async () => {
  const {run} = await scenario({
    [`${folder}/intro.mp4`]: intro,
    [`${folder}/intro.poster.txt`]: '00:01:00:00',
  })
  const failed = red(await run({mode: 'validate'}))
  expect(failed.annotations[0]?.file).toBe(`${folder}/intro.poster.txt`)
})
