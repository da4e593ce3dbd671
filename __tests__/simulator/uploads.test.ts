import {afterEach, describe, expect, test} from '@jest/globals'
import sharp from 'sharp'
import {opaqueAlpha} from '../helpers/media.ts'
import {
  commit,
  dig,
  md5,
  operationsOf,
  reservation,
  sendPart,
  text,
} from '../../simulator/client.ts'
import {closeAll, picture, settled, startWithSet} from '../../simulator/harness.ts'

afterEach(closeAll)

describe('An upload', () => {
  test('becomes COMPLETE after all parts and the commit, and is served as a picture', async () => {
    const {simulator, client, setId} = await startWithSet('APP_IPHONE_67', {partSize: 4000})
    const bytes = await picture(1290, 2796, 3)
    const id = await client.upload(setId, 'a.png', bytes)
    await settled(simulator, 'APP_IPHONE_67')

    expect(simulator.listing()['en-US']?.['APP_IPHONE_67']).toMatchObject([
      {id, fileName: 'a.png', fileSize: bytes.length, md5: md5(bytes), state: 'COMPLETE'},
    ])
    expect(simulator.requests.filter(({routeClass}) => routeClass === 'part').length).toBe(
      Math.ceil(bytes.length / 4000),
    )
    const {body} = await client.send('GET', `/v1/appScreenshots/${id}`)
    const template = text(body, 'data', 'attributes', 'imageAsset', 'templateUrl')
    const image = await fetch(template.replace('{w}x{h}bb.{f}', '100x100bb.png'))
    expect(await sharp(await image.bytes()).metadata()).toMatchObject({format: 'png', height: 100})
  })

  test.each([
    ['with transparent pixels', 1290, 2796, 4, ['IMAGE_ALPHA_NOT_ALLOWED']],
    ['of the wrong size', 1290, 2795, 3, ['IMAGE_INCORRECT_DIMENSIONS']],
  ] as const)('%s ends as FAILED', async (_, width, height, channels, codes) => {
    const {simulator, client, setId} = await startWithSet('APP_IPHONE_67')
    const id = await client.upload(setId, 'a.png', await picture(width, height, channels))
    await settled(simulator, 'APP_IPHONE_67')

    const {body} = await client.send('GET', `/v1/appScreenshots/${id}`)
    expect(dig(body, 'data', 'attributes', 'assetDeliveryState')).toMatchObject({
      state: 'FAILED',
      errors: codes.map((code) => ({code, description: code})),
    })
  })

  test.each([
    ['accept', 'COMPLETE'],
    ['refuse', 'FAILED'],
  ] as const)('with opaque alpha ends as the test wants it: %s', async (wish, state) => {
    const {simulator, client, setId} = await startWithSet('APP_IPHONE_67', {opaqueAlpha: wish})
    await client.upload(setId, 'a.png', await opaqueAlpha(1290, 2796))
    await settled(simulator, 'APP_IPHONE_67')
    expect(simulator.listing()['en-US']?.['APP_IPHONE_67']).toMatchObject([{state}])
  })

  test('whose checksum is not that of the bytes ends as FAILED', async () => {
    const {simulator, client, setId} = await startWithSet('APP_IPHONE_67')
    await client.upload(setId, 'a.png', await picture(1290, 2796, 3), md5(Buffer.from('other')))
    await settled(simulator, 'APP_IPHONE_67')
    expect(simulator.listing()['en-US']?.['APP_IPHONE_67']?.[0]?.state).toBe('FAILED')
  })

  test('with alpha is accepted where Apple accepts it', async () => {
    const {simulator, client, setId} = await startWithSet('APP_IPHONE_55')
    await client.upload(setId, 'a.png', await picture(1242, 2208, 4))
    await settled(simulator, 'APP_IPHONE_55')
    expect(simulator.listing()['en-US']?.['APP_IPHONE_55']?.[0]?.state).toBe('COMPLETE')
  })

  test('cannot be committed before all bytes are there, nor twice, nor sent to afterwards', async () => {
    const {client, setId} = await startWithSet('APP_IPHONE_67', {partSize: 4, processing: 'accept'})
    const bytes = Buffer.from('0123456789')
    const reserved = await client.send(
      'POST',
      '/v1/appScreenshots',
      reservation(setId, 'a.png', 10),
    )
    const id = text(reserved.body, 'data', 'id')
    const commitment = commit('appScreenshots', id, md5(bytes))
    const [first, ...others] = operationsOf(reserved.body)
    const finish = () => client.send('PATCH', `/v1/appScreenshots/${id}`, commitment)

    for (const operation of others) expect((await sendPart(operation, bytes)).status).toBe(200)
    expect(await finish()).toMatchObject({status: 409})
    if (first === undefined) throw new Error('There is no operation.')
    expect((await sendPart({...first, length: 3}, bytes)).status).toBe(400)
    expect((await sendPart({...first, requestHeaders: []}, bytes)).status).toBe(403)
    const decoded = decodeURIComponent(first.url)
    expect((await sendPart({...first, url: decoded}, bytes)).status).toBe(403)
    expect((await sendPart(first, bytes)).status).toBe(200)
    expect((await sendPart(first, bytes)).status).toBe(200)
    expect(await finish()).toMatchObject({status: 200})
    expect(await finish()).toMatchObject({status: 409})
    expect((await sendPart(first, bytes)).status).toBe(403)
  })

  test('to an expired reservation is refused, and so is its commit', async () => {
    const options = {reservationLifetimeSeconds: 0}
    const {client, setId} = await startWithSet('APP_IPHONE_67', options)
    const bytes = Buffer.from('bytes')
    const reserved = await client.send('POST', '/v1/appScreenshots', reservation(setId, 'a.png', 5))
    const id = text(reserved.body, 'data', 'id')
    for (const operation of operationsOf(reserved.body)) {
      const response = await sendPart(operation, bytes)
      expect([response.status, await response.text()]).toEqual([
        403,
        expect.stringContaining('<Message>Request has expired</Message>'),
      ])
    }
    const path = `/v1/appScreenshots/${id}`
    const reply = await client.send('PATCH', path, commit('appScreenshots', id, md5(bytes)))
    expect(reply.status).toBe(409)
  })

  test('gives its operations to a read of the single asset, but not to a list', async () => {
    const {client, setId} = await startWithSet('APP_IPHONE_67')
    const reserved = await client.send('POST', '/v1/appScreenshots', reservation(setId, 'a.png', 5))
    const single = await client.send(
      'GET',
      `/v1/appScreenshots/${text(reserved.body, 'data', 'id')}`,
    )
    const list = await client.send('GET', `/v1/appScreenshotSets/${setId}/appScreenshots`)
    expect(operationsOf(single.body)).toEqual(operationsOf(reserved.body))
    expect(dig(list.body, 'data', '0', 'attributes', 'uploadOperations')).toBeNull()
  })
})
