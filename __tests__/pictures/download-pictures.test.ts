import type {ServerResponse} from 'node:http'

import {afterAll, expect, test} from '@jest/globals'

import {downloadPictures} from '../../src/pictures/download-pictures.ts'
import {closeServers, serve} from '../helpers/front.ts'
import {image} from '../helpers/media.ts'

afterAll(closeServers)

const jpeg = await image(64, 64, {format: 'jpeg'})

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/good': (response) => response.end(jpeg),
  '/page': (response) => response.end('<html>Sign in</html>'),
  '/empty': (response) => response.end(),
  '/gone': (response) => response.writeHead(404).end(jpeg),
  '/elsewhere': (response) => response.writeHead(302, {location: '/good'}).end(),
  '/broken': (response) => {
    response.writeHead(200, {'content-length': jpeg.length})
    response.write(jpeg.subarray(0, 100), () => response.destroy())
  },
  '/late': () => undefined,
  '/endless': (response) => {
    response.write(jpeg)
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
    }
    response.on('drain', more)
    more()
  },
}

async function download(...paths: readonly string[]) {
  const asked: string[] = []
  const server = await serve((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`)
    ANSWERS[request.url ?? '']?.(response)
  })
  const addresses = paths.map((path) => [path, `http://127.0.0.1:${server.port}${path}`] as const)
  const pictures = await downloadPictures(new Map(addresses), new AbortController().signal)
  return {pictures, asked}
}

test('Pictures come as addresses that hold them, and their host sees no token', async () => {
  const {pictures, asked} = await download('/good')
  expect([...pictures]).toEqual([['/good', `data:image/jpeg;base64,${jpeg.toString('base64')}`]])
  expect(asked).toEqual(['/good undefined'])
})

test.each(['/page', '/empty', '/gone', '/elsewhere', '/broken', '/endless'])(
  'An answer such as %s is left out, and the others are there',
  async (path) => {
    const {pictures} = await download(path, '/good')
    expect([...pictures.keys()]).toEqual(['/good'])
  },
)

test('A host that does not answer is given up', async () => {
  const {pictures} = await download('/good', '/late')
  expect([...pictures.keys()]).toEqual(['/good'])
})
