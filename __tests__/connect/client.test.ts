import {gzipSync} from 'node:zlib'
import type {RequestListener} from 'node:http'

import {afterAll, afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'

import {createClient} from '../../src/connect/client.ts'
import type {Client} from '../../src/connect/client.ts'
import {createPace} from '../../src/connect/pace.ts'
import {getAll} from '../../src/connect/pages.ts'
import {closeServers, serve} from '../helpers/front.ts'
import {quietProgress} from '../helpers/quiet-progress.ts'

beforeEach(() => {
  // Each look at the clock comes an hour after the last one, so that nobody is patient.
  let now = 0
  jest.spyOn(performance, 'now').mockImplementation(() => (now += 3_600_000))
})
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(closeServers)

function clientOf(apiUrl: string): Client {
  const {signal} = new AbortController()
  return createClient({
    apiUrl,
    signal,
    progress: quietProgress(),
    pace: createPace({progress: quietProgress(), signal, jobs: 1}),
    tokens: {current: async () => 'token', renew: async () => 'token'},
  })
}

const answer =
  (
    status: number,
    body: string | Buffer,
    headers: Readonly<Record<string, string>> = {},
  ): RequestListener =>
  (incoming, response) => {
    incoming.resume()
    response.writeHead(status, headers).end(body)
  }

const GZIP = {'content-encoding': 'gzip'}
const HTML = '<html><body>Please log in.</body></html>'
const SHOT = {type: 'appScreenshots', id: '7'}
const PATH = '/v1/appScreenshots/7'
const ORDER = '/v1/appScreenshotSets/7/relationships/appScreenshots'

const patch = (client: Client) => client.patch(PATH, {data: SHOT})
const order = (client: Client) => client.patch(ORDER, {data: [SHOT]})
const remove = (client: Client) => client.delete(PATH)
const get = (client: Client) => client.get(PATH)
const list = (client: Client) => getAll(client, '/v1/apps', {limit: 200})

describe('An answer that does not say what was done is none', () => {
  test.each<[string, (client: Client) => Promise<unknown>, RequestListener]>([
    ['HTML to a PATCH', patch, answer(200, HTML)],
    ['nothing to a PATCH', patch, answer(200, '')],
    ['204 to a PATCH', patch, answer(204, '')],
    ['another resource to a PATCH', patch, answer(200, json({data: {...SHOT, id: '8'}}))],
    ['another type to a PATCH', patch, answer(200, json({data: {...SHOT, type: 'apps'}}))],
    ['HTML to an order', order, answer(200, HTML)],
    ['HTML to a DELETE', remove, answer(200, HTML)],
    ['nothing to a DELETE', remove, answer(200, '')],
    ['HTML to a GET', get, answer(200, HTML)],
    ['another resource to a GET', get, answer(200, json({data: {...SHOT, id: '8'}}))],
    ['a list to a GET', get, answer(200, json({data: [SHOT]}))],
    ['one resource to a GET of a list', list, answer(200, json({data: SHOT}))],
  ])('%s', async (_, ask, listener) => {
    const {url} = await serve(listener)
    await expect(ask(clientOf(url))).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
      message: expect.stringMatching(/^(GET|PATCH|DELETE) \/v1\/\S+: the answer is /),
      isTransient: true,
    })
  })

  test.each<[string, (client: Client) => Promise<unknown>, RequestListener]>([
    ['the resource to a PATCH', patch, answer(200, json({data: SHOT}))],
    ['204 to an order', order, answer(204, '')],
    ['nothing to an order', order, answer(200, '')],
    ['204 to a DELETE', remove, answer(204, '')],
    ['404 to a DELETE', remove, answer(404, json({errors: [{code: 'NOT_FOUND'}]}))],
    ['the resource in gzip', get, answer(200, gzipSync(json({data: SHOT})), GZIP)],
  ])('but %s does', async (_, ask, listener) => {
    const {url} = await serve(listener)
    await expect(ask(clientOf(url))).resolves.not.toThrow()
  })
})

describe('An answer without end is given up', () => {
  test('after 32 MiB, also if it is packed into a few kilobytes', async () => {
    const bomb = gzipSync(Buffer.alloc(1024 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    const server = await serve(answer(200, bomb, GZIP))
    const before = process.memoryUsage().rss
    await expect(get(clientOf(server.url))).rejects.toMatchObject(
      unreadable(`GET ${PATH}: the answer is larger than 32 MiB (UNREADABLE_ANSWER).`),
    )
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
    expect(server.seen).toHaveLength(1)
  })

  test('after 32 MiB of an error as well', async () => {
    const server = await serve((_, response) => {
      response.writeHead(500)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    await expect(get(clientOf(server.url))).rejects.toMatchObject({code: 'UNREADABLE_ANSWER'})
  })

  test('after 100 pages', async () => {
    const server = await serve((incoming, response) => {
      const page = Number(new URL(incoming.url ?? '', 'http://x').searchParams.get('page'))
      response.end(json({data: [], links: {next: `https://x.example/v1/apps?page=${page + 1}`}}))
    })
    await expect(list(clientOf(server.url))).rejects.toMatchObject(
      unreadable('GET /v1/apps: the list has more than 100 pages (UNREADABLE_ANSWER).'),
    )
    expect(server.seen).toHaveLength(100)
  })

  test('after 100,000 records', async () => {
    const data = Array.from({length: 60_000}, (__, id) => ({type: 'apps', id: String(id)}))
    const server = await serve(answer(200, json({data, links: {next: '/v1/apps?page=2'}})))
    await expect(list(clientOf(server.url))).rejects.toMatchObject(
      unreadable('GET /v1/apps: the list has more than 100,000 records (UNREADABLE_ANSWER).'),
    )
    expect(server.seen).toHaveLength(2)
  })

  test.each([
    '/v1/apps?limit=200',
    'https://elsewhere.example/v1/apps?limit=200',
    '/v1/apps?page=2',
  ])('when the next page is one that was read: %s', async (next) => {
    const server = await serve(answer(200, json({data: [], links: {next}})))
    await expect(list(clientOf(server.url))).rejects.toMatchObject(
      unreadable('GET /v1/apps: its pages link in a circle (UNREADABLE_ANSWER).'),
    )
    expect(server.seen.length).toBeLessThanOrEqual(2)
  })
})

test('An error that is nested without end is told by its status', async () => {
  const {url} = await serve(answer(403, `{"errors":${'['.repeat(10_000_000)}`))
  await expect(get(clientOf(url))).rejects.toMatchObject({code: 'HTTP_403', reasons: []})
})

function json(value: unknown): string {
  return JSON.stringify(value)
}

function unreadable(message: string) {
  return {code: 'UNREADABLE_ANSWER', message, isTransient: false}
}
