import {crc32} from 'node:zlib'
import {afterAll, expect, test} from '@jest/globals'
import {LOCALES} from '../../../src/apple/locales.ts'
import {image} from '../../helpers/media.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const SETS = {
  APP_WATCH_SERIES_3: [312, 390],
  APP_WATCH_SERIES_4: [368, 448],
  APP_WATCH_SERIES_7: [396, 484],
} as const

test('The first upload of 40 locales × 3 sets × 10 files costs at most 2.2 API requests a file', async () => {
  const files: Record<string, Buffer> = {}
  for (const [type, [width, height]] of Object.entries(SETS)) {
    // oxlint-disable-next-line no-await-in-loop -- three pictures, from which all others are made
    const picture = await image(width, height)
    for (const locale of LOCALES.slice(0, 40)) {
      for (let number = 1; number <= 10; number += 1) {
        const file = `screenshots/${locale}/${type}/${number}.png`
        files[file] = withComment(picture, file)
      }
    }
  }
  const {run, simulator} = await scenario(files, {
    processing: 'accept',
    processingMilliseconds: 2000,
    storeBytes: true,
  })
  const first = green(await run())

  expect(first.outputs).toMatchObject({uploaded: '1200', failed: '0', reordered: '0'})
  const kinds = first.requests.map(({routeClass}) => routeClass)
  expect(kinds).not.toContain('reorder')
  expect(first.requests.length / 1200).toBeLessThanOrEqual(2.2)
  const names = Array.from({length: 10}, (_, index) => `${index + 1}.png`)
  const sets = Object.values(simulator.listing()).flatMap((locale) => Object.values(locale))
  expect(sets).toHaveLength(120)
  for (const set of sets) expect(set.map(({fileName}) => fileName)).toEqual(names)

  const second = green(await run())
  expect(second.writes).toEqual([])
  expect(second.requests).toHaveLength(3 + 40)
})

/** The same picture with other bytes: a comment (tEXt) after the header of 33 bytes. */
function withComment(png: Buffer, comment: string): Buffer {
  const body = Buffer.from(`tEXtComment\0${comment}`)
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}
