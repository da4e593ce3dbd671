import {afterEach, describe, expect, test} from '@jest/globals'

import {createClient, dig, text} from '../../simulator/client.ts'
import type {Client} from '../../simulator/client.ts'
import {closeAll, start} from '../../simulator/harness.ts'
import {freshApp} from '../../simulator/seeded-apps.ts'
import type {AppSeed} from '../../simulator/store/seeds.ts'

afterEach(closeAll)

async function begin(app: AppSeed = freshApp()) {
  const simulator = await start({apps: [app]})
  return {simulator, client: await createClient(simulator), appId: simulator.appIds[0] ?? ''}
}

interface Point {
  readonly id: string
  readonly price: string
}

/** Every price point of a territory, and the number of pages that they came on. */
async function readPoints(client: Client, appId: string, territory: string) {
  const points: Point[] = []
  const pages: string[] = []
  const first = `/v1/apps/${appId}/appPricePoints?filter[territory]=${territory}&limit=200`
  for (let next = first; next !== '';) {
    const {body} = await client.send('GET', next)
    const data = dig(body, 'data')
    for (const each of Array.isArray(data) ? data : []) {
      points.push({id: text(each, 'id'), price: text(each, 'attributes', 'customerPrice')})
    }
    pages.push(next)
    next = text(body, 'links', 'next').replace(/^https:\/\/[^/]+/u, '')
  }
  return {points, pages: pages.length}
}

function setPrice(
  client: Client,
  appId: string,
  point: string,
  {territory = 'USA', startDate = null}: {territory?: string; startDate?: string | null} = {},
) {
  return client.send('POST', '/v1/appPriceSchedules', {
    data: {
      type: 'appPriceSchedules',
      relationships: {
        app: {data: {type: 'apps', id: appId}},
        baseTerritory: {data: {type: 'territories', id: territory}},
        manualPrices: {data: [{type: 'appPrices', id: '${price}'}]},
      },
    },
    included: [
      {
        type: 'appPrices',
        id: '${price}',
        attributes: {startDate, endDate: null},
        relationships: {appPricePoint: {data: {type: 'appPricePoints', id: point}}},
      },
    ],
  })
}

const SCHEDULE = 'include=baseTerritory,manualPrices&limit[manualPrices]=50'

describe('Price points', () => {
  test('are many, each once, on several pages, and spelled as Apple does', async () => {
    const {client, appId} = await begin()
    const {points, pages} = await readPoints(client, appId, 'USA')
    expect(points.length).toBeGreaterThan(800)
    expect(pages).toBeGreaterThan(4)
    expect(new Set(points.map(({id}) => id)).size).toBe(points.length)
    const prices = points.map(({price}) => price)
    expect(prices).toEqual(expect.arrayContaining(['0.0', '0.99', '1.0', '9.99', '99.99']))
    expect(prices).not.toContain('0.00')
    const yen = await readPoints(client, appId, 'JPN')
    expect(yen.points.every(({price}) => /^\d+\.0$/u.test(price))).toBe(true)
    expect((await readPoints(client, appId, 'ATLANTIS')).points).toEqual([])
  })
})

describe('A price', () => {
  test('is missing with 404, then set, and replaced', async () => {
    const {simulator, client, appId} = await begin()
    const path = `/v1/apps/${appId}/appPriceSchedule?${SCHEDULE}`
    expect((await client.send('GET', path)).status).toBe(404)
    const {points} = await readPoints(client, appId, 'USA')
    const at = (price: string) => points.find((each) => each.price === price)?.id ?? ''
    expect((await setPrice(client, appId, at('0.0'))).status).toBe(201)
    const made = await setPrice(client, appId, at('0.99'))
    expect(made.status).toBe(201)
    const read = await client.send('GET', path)
    expect(dig(read.body, 'data')).toMatchObject({
      id: text(made.body, 'data', 'id'),
      relationships: {baseTerritory: {data: {id: 'USA'}}, manualPrices: {data: [{}]}},
    })
    const prices = await client.send(
      'GET',
      `/v1/appPriceSchedules/${text(made.body, 'data', 'id')}/manualPrices?include=appPricePoint,territory`,
    )
    expect(dig(prices.body, 'included')).toContainEqual(
      expect.objectContaining({
        type: 'appPricePoints',
        attributes: expect.objectContaining({customerPrice: '0.99'}),
      }),
    )
    expect(simulator.records('appPriceSchedules')).toHaveLength(1)
    expect(simulator.records('appPrices')).toHaveLength(1)
  })

  test('that a person has set is there', async () => {
    const {client, appId} = await begin(
      freshApp({price: {territory: 'DEU', customerPrice: '0.99'}}),
    )
    const read = await client.send('GET', `/v1/apps/${appId}/appPriceSchedule?${SCHEDULE}`)
    expect(dig(read.body, 'included')).toContainEqual(
      expect.objectContaining({type: 'territories', id: 'DEU', attributes: {currency: 'EUR'}}),
    )
  })

  test.each([
    ['of a point that does not exist', 'none', {}],
    ['that begins later', null, {startDate: '2027-01-01'}],
    ['without one for the base territory', null, {territory: 'DEU'}],
  ])('%s is refused', async (_, point, options) => {
    const {simulator, client, appId} = await begin()
    const {points} = await readPoints(client, appId, 'USA')
    const reply = await setPrice(client, appId, point ?? points[0]?.id ?? '', options)
    expect(reply.status).toBe(409)
    expect(simulator.records('appPriceSchedules')).toEqual([])
  })

  test('of another app is refused', async () => {
    const simulator = await start({apps: [freshApp(), freshApp({bundleId: 'com.example.other'})]})
    const client = await createClient(simulator)
    const [appId = '', other = ''] = simulator.appIds
    const {points} = await readPoints(client, other, 'USA')
    expect((await setPrice(client, appId, points[0]?.id ?? '')).status).toBe(409)
  })
})
