import {afterEach, describe, expect, test} from '@jest/globals'
import {createClient, createToken, dig, request, reservation, text} from '../../simulator/client.ts'
import {closeAll, start, startWithSet} from '../../simulator/harness.ts'

afterEach(closeAll)

describe('A request body', () => {
  test('with a member that Apple does not know is refused', async () => {
    const {client, setId} = await startWithSet('APP_IPHONE_67')
    const body = reservation(setId, 'a.png', 5)
    Object.assign(Object(dig(body, 'data', 'attributes')), {checksum: 'x', assetToken: 'y'})
    expect(await client.send('POST', '/v1/appScreenshots', body)).toMatchObject({
      status: 409,
      body: {
        errors: [
          {
            code: 'ENTITY_ERROR.ATTRIBUTE.UNKNOWN',
            source: {pointer: '/data/attributes/checksum'},
          },
          {
            code: 'ENTITY_ERROR.ATTRIBUTE.NOT_ALLOWED',
            source: {pointer: '/data/attributes/assetToken'},
          },
        ],
      },
    })
  })

  test('with an 11th screenshot, or a second set of a type, is refused', async () => {
    const {client, setId} = await startWithSet('APP_IPHONE_67')
    const statuses: number[] = []
    for (const [index] of Array.from({length: 11}).entries()) {
      const body = reservation(setId, `${index}.png`, 5)
      statuses.push((await client.send('POST', '/v1/appScreenshots', body)).status)
    }
    expect(statuses).toEqual([...Array.from({length: 10}, () => 201), 409])
    const {localizationId} = await client.firstLocalization()
    expect(await client.createSet(localizationId, 'APP_IPHONE_67')).toBe('')
  })

  test('that orders a part of the set is refused, one that orders all of it is taken', async () => {
    const {simulator, client, setId} = await startWithSet('APP_IPHONE_67')
    const ids: string[] = []
    for (const name of ['a.png', 'b.png', 'c.png']) {
      const {body} = await client.send('POST', '/v1/appScreenshots', reservation(setId, name, 5))
      ids.push(text(body, 'data', 'id'))
    }
    const path = `/v1/appScreenshotSets/${setId}/relationships/appScreenshots`
    const order = async (wanted: readonly string[]) => {
      const data = wanted.map((id) => ({type: 'appScreenshots', id}))
      return (await client.send('PATCH', path, {data})).status
    }
    expect(await order(ids.slice(1))).toBe(409)
    expect(await order([...ids.slice(1), ids[1] ?? ''])).toBe(409)
    expect(await order(ids.toReversed())).toBe(204)
    const names = simulator.listing()['en-US']?.['APP_IPHONE_67']?.map(({fileName}) => fileName)
    expect(names).toEqual(['c.png', 'b.png', 'a.png'])
  })
})

describe('A token', () => {
  test.each([
    ['of the team key', {}, 200],
    ['that lives longer than 20 minutes', {lifetimeSeconds: 1300}, 401],
    ['that lives too long and does not say since when', {lifetimeSeconds: 1300, issued: null}, 401],
    ['from the future', {issued: 100}, 401],
    ['that lives 20 minutes from a minute ago', {lifetimeSeconds: 1140, issued: -60}, 200],
    ['that has expired', {lifetimeSeconds: -1}, 401],
    ['of another issuer', {claims: {iss: 'somebody else'}}, 401],
    ['of an unknown key', {keyId: 'UNKNOWN'}, 401],
  ] as const)('%s is answered with the right status', async (_, overrides, status) => {
    const simulator = await start()
    const token = await createToken(simulator, overrides)
    expect(await request(`${simulator.apiUrl}/v1/apps`, 'GET', token)).toMatchObject({status})
  })

  test('of an individual key has a subject and no issuer', async () => {
    const simulator = await start()
    const {keyId, privateKey} = simulator.individualKey
    const get = async (claims: Record<string, unknown>) => {
      const token = await createToken(simulator, {keyId, privateKey, claims})
      return (await request(`${simulator.apiUrl}/v1/apps`, 'GET', token)).status
    }
    expect([await get({sub: 'user'}), await get({iss: simulator.key.issuerId})]).toEqual([200, 401])
  })
})

describe('A list', () => {
  test('comes in pages whose next link names another host, with a cursor', async () => {
    const locales = ['en-US', 'de-DE', 'ja', 'ko', 'it']
    const localizations = locales.map((locale) => ({locale}))
    const versions = [{versionString: '1.0.0', localizations}]
    const simulator = await start({apps: [{bundleId: 'com.example.app', versions}]})
    const client = await createClient(simulator)
    const {versionId} = await client.firstLocalization()
    const seen: string[] = []
    const links: string[] = [
      `/v1/appStoreVersions/${versionId}/appStoreVersionLocalizations?limit=2`,
    ]
    for (const link of links) {
      const {body} = await client.send('GET', link)
      const data = dig(body, 'data')
      for (const each of Array.isArray(data) ? data : [])
        seen.push(text(each, 'attributes', 'locale'))
      const next = text(body, 'links', 'next')
      if (next === '') break
      expect(new URL(next).origin).toBe('https://api.appstoreconnect.apple.com')
      links.push(next.slice(new URL(next).origin.length))
    }
    expect(seen).toEqual(locales)
    expect(links).toHaveLength(3)
  })

  test('shows only the fields asked for, and linkage only of what is included', async () => {
    const {client} = await startWithSet('APP_IPHONE_67')
    const {versionId} = await client.firstLocalization()
    const path = `/v1/appStoreVersions/${versionId}/appStoreVersionLocalizations`
    const query =
      'include=appScreenshotSets&fields[appStoreVersionLocalizations]=locale,appScreenshotSets'
    const {body} = await client.send('GET', `${path}?${query}`)
    expect(dig(body, 'data', '0', 'attributes')).toEqual({locale: 'en-US'})
    expect(dig(body, 'data', '0', 'relationships', 'appScreenshotSets')).toMatchObject({
      data: [{type: 'appScreenshotSets'}],
      meta: {paging: {total: 1, limit: 10}},
    })
    const plain = await client.send('GET', path)
    expect(
      dig(plain.body, 'data', '0', 'relationships', 'appScreenshotSets', 'data'),
    ).toBeUndefined()
  })

  test('matches bundle IDs by their beginning', async () => {
    const apps = [{bundleId: 'com.example.app.beta'}, {bundleId: 'com.example.app'}]
    const client = await createClient(await start({apps}))
    const {body} = await client.send('GET', '/v1/apps?filter[bundleId]=com.example.app')
    expect(dig(body, 'meta', 'paging', 'total')).toBe(2)
  })
})

describe('A request that cannot be answered', () => {
  test('is refused as Apple refuses it', async () => {
    const simulator = await start()
    const client = await createClient(simulator)
    const {appId} = await client.firstLocalization()
    const codeOf = async (method: string, target: string) => {
      const {status, body} = await client.send(method, target)
      return [status, text(body, 'errors', '0', 'code')]
    }
    const versions = `/v1/apps/${appId}/appStoreVersions`
    expect(await codeOf('GET', '/v1/apps?filter[platform]=IOS')).toEqual([
      400,
      'PARAMETER_ERROR.ILLEGAL',
    ])
    expect(await codeOf('GET', `${versions}?sort=versionString`)).toEqual([
      400,
      'PARAMETER_ERROR.ILLEGAL',
    ])
    expect(await codeOf('GET', `${versions}?limit=201`)).toEqual([400, 'PARAMETER_ERROR.INVALID'])
    expect(await codeOf('GET', '/v1/appScreenshots')).toEqual([403, 'FORBIDDEN_ERROR'])
    expect(await codeOf('GET', '/v1/nothing')).toEqual([404, 'PATH_ERROR'])
    expect(await codeOf('GET', '/v1/appScreenshots/missing')).toEqual([404, 'NOT_FOUND'])
    // Meant to be wrong: the contract, if there is one, says so as well.
    simulator.clearRequests()
  })

  test('beyond the hourly limit gets 429, with the budget in a header', async () => {
    const client = await createClient(await start({hourlyLimit: 1, retryAfter: true}))
    const first = await client.send('GET', '/v1/apps')
    const second = await client.send('GET', '/v1/apps')
    expect(first.headers.get('X-Rate-Limit')).toBe('user-hour-lim:1;user-hour-rem:0;')
    expect([first.status, second.status, second.headers.get('Retry-After')]).toEqual([
      200,
      429,
      '3600',
    ])
  })

  test('to change media of a version that is in review is a state error', async () => {
    const {simulator, client, setId} = await startWithSet('APP_IPHONE_67')
    simulator.setVersionState(simulator.versions()[0]?.id ?? '', 'IN_REVIEW')
    const reply = await client.send('POST', '/v1/appScreenshots', reservation(setId, 'a.png', 5))
    expect(reply).toMatchObject({status: 409, body: {errors: [{code: 'STATE_ERROR'}]}})
  })
})

test('A simulator on IPv6 answers', async () => {
  const simulator = await start({host: '::1'})
  const client = await createClient(simulator)
  expect((await client.send('GET', '/v1/apps')).status).toBe(200)
  expect(simulator.apiUrl).toMatch(/^http:\/\/\[::1\]:\d+$/u)
})
