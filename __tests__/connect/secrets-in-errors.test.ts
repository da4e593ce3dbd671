import {inspect} from 'node:util'
import {afterAll, describe, expect, jest, test} from '@jest/globals'
import {createClient} from '../../src/connect/client.ts'
import {createPace} from '../../src/connect/pace.ts'
import {parsePrivateKey} from '../../src/connect/private-key.ts'
import {createUploader} from '../../src/transfer/upload-part.ts'
import {readParts} from '../../src/transfer/reservation.ts'
import {closeServers, serve} from '../helpers/front.ts'
import {folderWith} from '../helpers/media.ts'
import {quietProgress} from '../helpers/quiet-progress.ts'
import type {RequestListener} from 'node:http'

const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2VjcmV0c2VjcmV0'
const SIGNED = '/files/a%2Fhush-path?uploadId=hush-upload&Signature=hush-signature'
const SECRETS = /eyJ|c2VjcmV0|hush|bearer|authorization/iu

// Each look at the clock comes an hour after the last one, so that nobody is patient.
let now = 0
jest.spyOn(performance, 'now').mockImplementation(() => (now += 3_600_000))
afterAll(closeServers)

/** Everything that an error holds, down to the last cause: hidden properties and symbols as well. */
function everythingIn(error: unknown): string {
  return inspect(error, {
    depth: 30,
    showHidden: true,
    getters: true,
    maxStringLength: null,
    maxArrayLength: null,
  })
}

/** What a promise fails with; null when it does not. */
async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  )
}

const answer =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (incoming, response) => {
    incoming.resume()
    response.writeHead(status, headers).end(body)
  }

const SERVERS: Readonly<Record<string, RequestListener>> = {
  'refuses the token': answer(401, '{"errors":[{"code":"NOT_AUTHORIZED"}]}'),
  forbids: answer(403, '{"errors":[{"code":"FORBIDDEN","detail":"No"}]}'),
  fails: answer(500, '<html>'),
  redirects: answer(307, '', {location: 'http://127.0.0.1:1/elsewhere'}),
  'answers no JSON': answer(200, 'x'),
  'answers in an encoding that it does not keep': answer(200, 'x', {'content-encoding': 'gzip'}),
  'cuts the connection': (incoming) => incoming.socket.destroy(),
  'speaks no HTTP': (incoming) => incoming.socket.end('nonsense\r\n\r\n'),
  'cuts the answer': (_, response) => {
    response.writeHead(500, {'content-length': '100'})
    response.write('x', () => response.socket?.destroy())
  },
  'sends headers without end': (_, response) =>
    response.socket?.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
}

const clientOf = (apiUrl: string, signal = new AbortController().signal) =>
  createClient({
    apiUrl,
    signal,
    progress: quietProgress(),
    pace: createPace({progress: quietProgress(), signal, jobs: 1}),
    tokens: {current: async () => TOKEN, renew: async () => `${TOKEN}2`},
  })

const partAt = (url: string) =>
  ({method: 'PUT', url: `${url}${SIGNED}`, offset: 0, length: 5, headers: {}}) as const
const uploader = (signal = new AbortController().signal) =>
  createUploader({concurrency: 1, signal, progress: quietProgress()})

describe('An error of a request holds no token', () => {
  test.concurrent.each(Object.entries(SERVERS))('when the server %s', async (_, listener) => {
    const server = await serve(listener)
    const client = clientOf(server.url)
    const body = {data: {type: 'apps'}}
    const errors = [
      await errorOf(client.get('/v1/apps', {'filter[x]': 'y'})),
      await errorOf(client.post('/v1/apps', body, async () => null)),
      await errorOf(client.patch('/v1/apps/1', body)),
      await errorOf(client.delete('/v1/apps/1')),
    ]
    expect(server.seen.map(({headers}) => headers.authorization)).toContain(`Bearer ${TOKEN}`)
    expect(errors[0]).not.toBeNull()
    for (const error of errors.filter((each) => each !== null)) {
      expect(error).toBeInstanceOf(Error)
      expect(error).toHaveProperty('code')
      expect(everythingIn(error)).not.toMatch(SECRETS)
    }
  })

  test('when nobody listens, and when the run is cancelled', async () => {
    const refused = await errorOf(clientOf('http://127.0.0.1:1').get('/v1/apps'))
    expect(refused).toHaveProperty('code', 'ECONNREFUSED')
    const cancellation = new AbortController()
    const server = await serve(() => cancellation.abort(new Error('Enough.')))
    const cancelled = await errorOf(clientOf(server.url, cancellation.signal).get('/v1/apps'))
    expect(cancelled).toHaveProperty('message', 'Enough.')
    for (const error of [refused, cancelled]) expect(everythingIn(error)).not.toMatch(SECRETS)
  })
})

describe('An error of an upload holds no address', () => {
  test.each(Object.entries(SERVERS).filter(([title]) => !title.startsWith('answers')))(
    'when the host %s',
    async (_, listener) => {
      const server = await serve(listener)
      const workspace = await folderWith({'1.png': 'bytes'})
      const error = await errorOf(uploader()(`${workspace}/1.png`, partAt(server.url)))
      expect(server.seen[0]?.target).toBe(SIGNED)
      expect(error).toHaveProperty('code')
      expect(everythingIn(error)).not.toMatch(SECRETS)
    },
  )

  test('when nobody listens, the file is gone or too short, a header is impossible, or the run is cancelled', async () => {
    const workspace = await folderWith({'1.png': 'bytes', 'short.png': 'x'})
    const server = await serve((incoming, response) => {
      incoming.resume().on('end', () => response.end())
    })
    const cancellation = new AbortController()
    const silent = await serve(() => cancellation.abort(new Error('Enough.')))
    const file = `${workspace}/1.png`
    const errors = [
      await errorOf(uploader()(file, partAt('http://127.0.0.1:1'))),
      await errorOf(uploader()(`${workspace}/gone.png`, partAt(server.url))),
      await errorOf(uploader()(`${workspace}/short.png`, partAt(server.url))),
      await errorOf(uploader()(file, {...partAt(server.url), headers: {'x y': 'z'}})),
      await errorOf(uploader()(file, {...partAt(server.url), headers: {x: 'y\nz'}})),
      await errorOf(uploader(cancellation.signal)(file, partAt(silent.url))),
    ]
    expect(errors.map((error) => Reflect.get(Object(error), 'code'))).toEqual([
      'ECONNREFUSED',
      'FILE_CHANGED',
      'FILE_CHANGED',
      expect.any(String),
      expect.any(String),
      undefined,
    ])
    for (const error of errors) expect(everythingIn(error)).not.toMatch(SECRETS)
  })

  test('when the instructions cannot be followed', () => {
    const operation = {method: 'PUT', url: `http://host.example${SIGNED}`, offset: 0, length: 5}
    const wrong = [operation, {...operation, url: `x${SIGNED}`}, {...operation, length: 4}]
    for (const each of wrong) {
      const follow = () => readParts([each], {size: 5, allowLocal: true})
      expect(follow).toThrow(/upload instructions/)
      let error: unknown
      try {
        follow()
      } catch (caught) {
        error = caught
      }
      expect(everythingIn(error)).not.toMatch(SECRETS)
    }
  })
})

test.each([
  'hush words',
  '-----BEGIN PRIVATE KEY-----\nc2VjcmV0c2VjcmV0\n-----END PRIVATE KEY-----',
  Buffer.from('-----BEGIN PRIVATE KEY-----\nhush\n-----END PRIVATE KEY-----').toString('base64'),
])('An error of a key does not hold the key (%#)', async (text) => {
  const error = await errorOf((async () => parsePrivateKey(text))())
  expect(error).toHaveProperty('code', 'INVALID_PRIVATE_KEY')
  expect(everythingIn(error)).not.toMatch(/c2VjcmV0|hush|LS0tLS/iu)
})
