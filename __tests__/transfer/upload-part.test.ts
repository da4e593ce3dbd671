import {setTimeout as delay} from 'node:timers/promises'
import type {RequestListener, ServerResponse} from 'node:http'

import {afterAll, beforeAll, expect, test} from '@jest/globals'

import {createUploader} from '../../src/transfer/upload-part.ts'
import {closeServers, serve} from '../helpers/front.ts'
import {folderWith} from '../helpers/media.ts'
import {quietProgress} from '../helpers/quiet-progress.ts'

beforeAll(async () => {
  await import('../helpers/hurry.ts')
})
afterAll(closeServers)

const BYTES = 1024 * 1024

/** Sends one part to a host, with timeouts that end thirty times sooner. */
async function upload(listener: RequestListener) {
  const server = await serve(listener)
  const folder = await folderWith({'1.png': Buffer.alloc(BYTES)})
  let sent = 0
  const send = createUploader({
    concurrency: 1,
    signal: new AbortController().signal,
    progress: quietProgress({sent: (_file, bytes) => (sent += bytes)}),
  })
  const before = process.memoryUsage().rss
  const end = await send(`${folder}/1.png`, {
    method: 'PUT',
    url: `${server.url}/part`,
    offset: 0,
    length: BYTES,
    headers: {},
  }).then(
    () => 'sent',
    (error: unknown) => Reflect.get(Object(error), 'code'),
  )
  return {
    end,
    sent,
    asked: server.seen.length,
    memory: process.memoryUsage().rss - before,
  }
}

const afterBody =
  (answer: (response: ServerResponse) => void): RequestListener =>
  (incoming, response) => {
    incoming.resume().on('end', () => answer(response))
  }

function writeForEver(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536)));
  }
  response.on('drain', more)
  more()
}

async function drip(response: ServerResponse): Promise<void> {
  while (!response.destroyed) {
    response.write('x')
    // oxlint-disable-next-line no-await-in-loop -- one drop after the other is the point
    await delay(20)
  }
}

test('The body of an answer is dropped, however much it is', async () => {
  const {end, sent, asked, memory} = await upload(
    afterBody((response) => {
      response.writeHead(200)
      writeForEver(response)
    }),
  )
  expect({end, sent, asked}).toEqual({end: 'sent', sent: BYTES, asked: 1})
  expect(memory).toBeLessThan(100 * BYTES)
})

test('The body of an answer is not waited for', async () => {
  const {end, asked} = await upload(
    afterBody((response) => {
      response.writeHead(200)
      void drip(response)
    }),
  )
  expect({end, asked}).toEqual({end: 'sent', asked: 1})
})

test('The body of a refusal is neither kept nor waited for', async () => {
  const {end, asked} = await upload(
    afterBody((response) => {
      response.writeHead(400)
      void drip(response)
    }),
  )
  expect({end, asked}).toEqual({end: 'HTTP_400', asked: 1})
})

test('An answer that never ends its head has a deadline', async () => {
  const {end} = await upload((incoming, response) => {
    incoming.resume().on('end', () => {
      response.socket?.write('HTTP/1.1 200 OK\r\nX-Slow: ')
      const timer = setInterval(() => response.socket?.write('x'), 300)
      response.on('close', () => clearInterval(timer))
    })
  })
  expect(end).toBe('ETIMEDOUT')
})

test('An answer that comes before the part is sent ends the sending', async () => {
  const {end, sent} = await upload((incoming, response) => {
    incoming.pause()
    response.writeHead(403).end()
  })
  expect({end, sent}).toEqual({end: 'RESERVATION_EXPIRED', sent: 0})
})

test('A file that the system does not read to the end is no lost connection', async () => {
  const server = await serve(afterBody((response) => response.end()))
  const send = createUploader({
    concurrency: 1,
    signal: new AbortController().signal,
    progress: quietProgress(),
  })
  // Linux calls it a regular file, and has nothing to give at its beginning.
  const part = {method: 'PUT', url: server.url, offset: 0, length: 10, headers: {}} as const
  await expect(send('/proc/self/mem', part)).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: 'The file cannot be read (EIO).',
    remedy: 'Run the job again: it picks up where this run left off.',
  })
})
