import {afterEach, expect, test} from '@jest/globals'
import {createClient, dig, text} from '../../simulator/client.ts'
import {closeAll, settled, start, startWithSet} from '../../simulator/harness.ts'
import {sampleVideo} from '../../simulator/media/sample-video.ts'

const goodVideo = sampleVideo()

afterEach(closeAll)

test.each([true, false])('A good video is accepted (kept in memory: %s)', async (storeBytes) => {
  const {simulator, client, setId} = await startWithSet('IPHONE_67', {storeBytes, partSize: 5000})
  const id = await client.upload(setId, 'a.mp4', await goodVideo)
  await settled(simulator, 'IPHONE_67')
  const {body} = await client.send('GET', `/v1/appPreviews/${id}`)
  expect(dig(body, 'data', 'attributes')).toMatchObject({
    mimeType: 'video/mp4',
    videoDeliveryState: {state: 'COMPLETE', errors: []},
    videoUrl: expect.stringContaining(id),
    previewFrameImage: {image: {width: 886, height: 1920}, state: {state: 'COMPLETE'}},
    uploadOperations: null,
  })
})

test.each([
  ['of too few seconds', {seconds: 14}, 'MOV_RESAVE_LONGER'],
  ['of too many seconds', {seconds: 31}, 'MOV_RESAVE_TRIM'],
  ['without sound', {channels: 0}, 'MOV_RESAVE_STEREO'],
  ['with one channel', {channels: 1}, 'MOV_RESAVE_STEREO'],
  ['of the wrong size', {width: 888}, 'MOV_RESAVE_FORMAT'],
  ['with 60 frames a second', {framesPerSecond: 60}, 'MOV_RESAVE_FORMAT'],
] as const)('A video %s ends as FAILED', async (_, facts, code) => {
  const {simulator, client, setId} = await startWithSet('IPHONE_67')
  const id = await client.upload(setId, 'a.mp4', await sampleVideo(facts))
  await settled(simulator, 'IPHONE_67')
  const {body} = await client.send('GET', `/v1/appPreviews/${id}`)
  expect(dig(body, 'data', 'attributes', 'videoDeliveryState')).toMatchObject({
    state: 'FAILED',
    errors: [{code}],
  })
})

test('The deprecated state says COMPLETE while the video is still processed', async () => {
  const clock = {time: Date.now()}
  const {client, setId} = await startWithSet('IPHONE_67', {
    now: () => clock.time,
    processingMilliseconds: 1000,
  })
  const id = await client.upload(setId, 'a.mp4', await goodVideo)
  const states = async () => {
    const {body} = await client.send('GET', `/v1/appPreviews/${id}`)
    const attributes = dig(body, 'data', 'attributes')
    return [
      text(attributes, 'videoDeliveryState', 'state'),
      text(attributes, 'assetDeliveryState', 'state'),
    ]
  }
  expect(await states()).toEqual(['UPLOAD_COMPLETE', 'UPLOAD_COMPLETE'])
  clock.time += 600
  expect(await states()).toEqual(['PROCESSING', 'COMPLETE'])
})

test('The poster frame can be set once the video is processed, and takes a while', async () => {
  const clock = {time: Date.now()}
  const options = {
    now: () => clock.time,
    processingMilliseconds: 1000,
    checksumLagMilliseconds: 500,
  }
  const {simulator, client, setId} = await startWithSet('IPHONE_67', options)
  const id = await client.upload(setId, 'a.mp4', await goodVideo)
  const setPoster = async (previewFrameTimeCode: string) => {
    const body = {data: {type: 'appPreviews', id, attributes: {previewFrameTimeCode}}}
    return (await client.send('PATCH', `/v1/appPreviews/${id}`, body)).status
  }
  const posterState = async () => {
    const {body} = await client.send('GET', `/v1/appPreviews/${id}`)
    const attributes = dig(body, 'data', 'attributes')
    return [
      text(attributes, 'previewFrameImage', 'state', 'state'),
      dig(attributes, 'sourceFileChecksum') === null,
    ]
  }
  expect(await setPoster('00:00:03:00')).toBe(409)
  clock.time += 1000
  await settled(simulator, 'IPHONE_67')
  expect(await setPoster('3 seconds')).toBe(409)
  expect(await posterState()).toEqual(['COMPLETE', true])
  expect(await setPoster('00:00:03:00')).toBe(200)
  expect(await posterState()).toEqual(['PROCESSING', true])
  clock.time += 1000
  expect(await posterState()).toEqual(['COMPLETE', false])
  expect(simulator.listing()['en-US']?.['IPHONE_67']?.[0]?.posterTimeCode).toBe('00:00:03:00')
  expect(simulator.requests.filter(({routeClass}) => routeClass === 'poster')).toHaveLength(3)
})

test('A new version starts with copies of its predecessor, under new ids', async () => {
  const simulator = await start({
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [
          {
            versionString: '1.0.0',
            state: 'READY_FOR_DISTRIBUTION',
            localizations: [
              {
                locale: 'ja',
                sets: [
                  {
                    type: 'APP_IPHONE_67',
                    assets: [
                      {fileName: 'a.png', md5: 'a'.repeat(32), size: 5},
                      {fileName: 'b.png', md5: 'b'.repeat(32), size: 5, state: 'FAILED'},
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
  const client = await createClient(simulator)
  const {appId} = await client.firstLocalization()
  const version = (versionString: string) => ({
    data: {
      type: 'appStoreVersions',
      attributes: {platform: 'IOS', versionString},
      relationships: {app: {data: {type: 'apps', id: appId}}},
    },
  })
  const post = async (versionString: string) =>
    (await client.send('POST', '/v1/appStoreVersions', version(versionString))).status
  expect(await post('1.0.0')).toBe(409)
  expect(await post('1.1.0')).toBe(201)
  expect(await post('1.2.0')).toBe(409)
  const [before, after] = ['1.0.0', '1.1.0'].map(
    (each) => simulator.listing(each)['ja']?.['APP_IPHONE_67'] ?? [],
  )
  expect(after).toMatchObject([{fileName: 'a.png', md5: 'a'.repeat(32), state: 'COMPLETE'}])
  expect(after?.[0]?.id).not.toBe(before?.[0]?.id)
})
