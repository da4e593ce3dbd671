import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {deflateSync} from 'node:zlib'
import {afterAll, describe, expect, test} from '@jest/globals'
import * as fc from 'fast-check'
import sharp from 'sharp'
import type {Transparency} from '../../../../src/files/formats/png/transparency.ts'
import {transparencyOf} from '../../../../src/files/formats/png/transparency.ts'
import {image} from '../../../helpers/media.ts'
import {chunk, encodePng} from '../../../helpers/png.ts'
import type {PngSource} from '../../../helpers/png.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'png-'))
afterAll(() => rm(folder, {recursive: true}))

/** So many that each colour type is seen with and without transparency. */
const IMAGES = 300
/** Made by scripts/make-fixtures.sh: every filter that PNG has, and ffmpeg's own mix of them. */
const FFMPEG_IMAGES = path.join(import.meta.dirname, '../../../fixtures/png')
const ffmpegImages = await readdir(FFMPEG_IMAGES)

const never = new AbortController().signal
let files = 0

async function answerFor(
  bytes: Buffer,
  {longestSide = 4000, signal = never} = {},
): Promise<Transparency> {
  files += 1
  const file = path.join(folder, `${files}.png`)
  await writeFile(file, bytes)
  return transparencyOf(file, {longestSide, signal})
}

/** What libvips says of the same image; of 16 bits the upper eight count. */
async function expectedFor(bytes: Buffer): Promise<Transparency> {
  const {isOpaque, channels} = await sharp(bytes).stats()
  const isNearly = bytes[24] === 16 && (channels.at(-1)?.min ?? 0) >= 0xff00
  return isOpaque || isNearly ? 'opaque' : 'transparent'
}

const opaqueGrey = (x: number, y: number) => [(x * 7 + y) & 255, (x + y * 3) & 255, 90, 255]
const usual: PngSource = {
  width: 37,
  height: 19,
  colourType: 6,
  bitDepth: 8,
  interlaced: false,
  filter: (row) => row % 5,
  pixel: opaqueGrey,
}

const kinds = [
  ...[1, 2, 4, 8, 16].map((bitDepth) => ({colourType: 0, bitDepth, samples: 1}) as const),
  ...[8, 16].map((bitDepth) => ({colourType: 2, bitDepth, samples: 3}) as const),
  ...[1, 2, 4, 8].map((bitDepth) => ({colourType: 3, bitDepth, samples: 1}) as const),
  ...[8, 16].map((bitDepth) => ({colourType: 4, bitDepth, samples: 2}) as const),
  ...[8, 16].map((bitDepth) => ({colourType: 6, bitDepth, samples: 4}) as const),
]

/** Images of every kind, most of them opaque but for one pixel or none: there a mistake shows. */
const sources = fc
  .record({
    kind: fc.constantFrom(...kinds),
    width: fc.integer({min: 1, max: 20}),
    height: fc.integer({min: 1, max: 20}),
    interlaced: fc.boolean(),
    filters: fc.array(fc.integer({min: 0, max: 4}), {minLength: 1, maxLength: 9}),
    noise: fc.array(fc.integer({min: 0, max: 0xffff}), {minLength: 1, maxLength: 50}),
    odd: fc.option(fc.record({x: fc.nat(19), y: fc.nat(19), alpha: fc.nat(0xffff)})),
    hasTrns: fc.boolean(),
    chunkBytes: fc.integer({min: 1, max: 90}),
  })
  .map(({kind, noise, odd, hasTrns, filters, ...rest}): PngSource => {
    const {colourType, bitDepth, samples} = kind
    const most = 2 ** bitDepth - 1
    const hasAlpha = colourType === 4 || colourType === 6
    const pixel = (x: number, y: number) => {
      const isOdd = odd !== null && odd.x % rest.width === x && odd.y % rest.height === y
      return Array.from({length: samples}, (_, index) => {
        if (hasAlpha && index === samples - 1) return isOdd ? odd.alpha & most : most
        // The highest value is kept for the odd pixel, so that `tRNS` may mean it alone.
        if (isOdd) return most
        return (noise[(x * samples + y * 3 + index) % noise.length] ?? 0) % Math.max(1, most)
      })
    }
    const palette = Buffer.from(
      Array.from({length: most + 1}, (_, index) => (index === most ? 128 : 255)),
    )
    const key = Buffer.alloc(2 * samples, most >> 8)
    for (let at = 1; at < key.length; at += 2) key[at] = most & 255
    const trns = hasTrns && !hasAlpha ? {trns: colourType === 3 ? palette : key} : {}
    return {
      ...rest,
      colourType,
      bitDepth,
      pixel,
      filter: (row) => filters[row % filters.length] ?? 0,
      ...trns,
    }
  })

describe('The transparency of a PNG', () => {
  test('is what libvips says, for images of every kind', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        const bytes = encodePng(source)
        const expected = await expectedFor(bytes)
        seen.add(`${source.colourType} ${expected}`)
        expect(await answerFor(bytes)).toBe(expected)
      }),
      {numRuns: IMAGES},
    )
    // The images are worth asking about: each colour type was seen with both answers.
    expect(seen.size).toBe(10)
  })

  test.each([
    ['plain', {}],
    ['with chosen filters', {adaptiveFiltering: true}],
    ['interlaced', {progressive: true}],
    ['with a palette', {palette: true}],
    ['with few colours', {palette: true, colours: 2}],
    ['uncompressed', {compressionLevel: 0}],
  ] as const)('is seen in what sharp writes: %s', async (_, options) => {
    for (const alpha of [255, 254, 0]) {
      const raw = Buffer.alloc(64 * 50 * 4, 255)
      for (let at = 0; at < raw.length; at += 1) if (at % 4 !== 3) raw[at] = (at >> 6) & 255
      raw[4 * 50 * 49 + 3] = alpha
      const picture = sharp(raw, {raw: {width: 64, height: 50, channels: 4}})
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await picture.png(options).toBuffer()
      // oxlint-disable-next-line no-await-in-loop
      expect(await answerFor(bytes)).toBe(await expectedFor(bytes))
    }
  })

  test('is seen in images of 16 bits that sharp writes', async () => {
    for (const alpha of [1, 0.99]) {
      const picture = sharp({
        create: {width: 30, height: 20, channels: 4, background: {r: 1, g: 2, b: 3, alpha}},
      })
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await picture.toColourspace('rgb16').png().toBuffer()
      expect(bytes[24]).toBe(16)
      // oxlint-disable-next-line no-await-in-loop
      expect(await answerFor(bytes)).toBe(alpha === 1 ? 'opaque' : 'transparent')
    }
  })

  test.each(ffmpegImages)('is seen in what ffmpeg writes: %s', async (name) => {
    const expected = name.endsWith('-opaque.png') ? 'opaque' : 'transparent'
    expect(await answerFor(await readFile(path.join(FFMPEG_IMAGES, name)))).toBe(expected)
  })

  test('is seen in the last pixel of a screenshot as large as Apple takes', async () => {
    const raw = Buffer.alloc(1290 * 2796 * 4, 255)
    const bytes = async () =>
      sharp(raw, {raw: {width: 1290, height: 2796, channels: 4}})
        .png()
        .toBuffer()
    expect(await answerFor(await bytes())).toBe('opaque')
    raw[raw.length - 1] = 254
    expect(await answerFor(await bytes())).toBe('transparent')
  })

  test('is none without alpha, and where `tRNS` makes nothing transparent', async () => {
    expect(await answerFor(await image(40, 40))).toBe('opaque')
    const palette: PngSource = {...usual, colourType: 3, pixel: (x) => [x & 255]}
    expect(await answerFor(encodePng({...palette, trns: Buffer.alloc(3, 255)}))).toBe('opaque')
  })
})

describe('The transparency of a PNG is not known', () => {
  test('when the image is larger than asked for', async () => {
    expect(await answerFor(encodePng(usual), {longestSide: 37})).toBe('opaque')
    expect(await answerFor(encodePng(usual), {longestSide: 36})).toBe('unknown')
  })

  test('when its data is damaged or ends early', async () => {
    const whole = encodePng({...usual, chunkBytes: 1_000_000})
    // Behind the last row are its checksums and the end of the file.
    const pixelsEnd = whole.length - 40
    for (let length = 0; length < pixelsEnd; length += 11) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await answerFor(whole.subarray(0, length))).toBe('unknown')
    }
    const damaged = Buffer.from(whole)
    damaged.fill(0xaa, whole.length / 2, whole.length / 2 + 20)
    expect(await answerFor(damaged)).not.toBe('opaque')
  })

  test('or is one of the other answers, whatever bytes of it are damaged', async () => {
    const damage = fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), {minLength: 1, maxLength: 8})
    await fc.assert(
      fc.asyncProperty(sources, damage, async (source, changes) => {
        const bytes = encodePng(source)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        expect(['opaque', 'transparent', 'unknown']).toContain(await answerFor(bytes))
      }),
      {numRuns: IMAGES},
    )
  })

  test('when a filter is none that there is', async () => {
    expect(await answerFor(encodePng({...usual, filter: () => 5}))).toBe('unknown')
  })

  test('when there is no time left', async () => {
    expect(await answerFor(encodePng(usual), {signal: AbortSignal.abort()})).toBe('unknown')
  })

  test('when there is no such file', async () => {
    const nowhere = path.join(folder, 'nowhere.png')
    expect(await transparencyOf(nowhere, {longestSide: 1, signal: never})).toBe('unknown')
  })
})

test('What is inflated is bounded by the image, not by what its data could become', async () => {
  const bomb = deflateSync(Buffer.alloc(300_000_000, 0), {level: 9})
  const one = encodePng({...usual, width: 1, height: 1})
  const at = one.indexOf('IDAT') - 4
  const bytes = Buffer.concat([
    one.subarray(0, at),
    chunk('IDAT', bomb),
    chunk('IEND', Buffer.of()),
  ])
  const start = process.memoryUsage().rss
  // The one pixel has the filter 0 and the alpha 0; nothing after it is looked at.
  expect(await answerFor(bytes)).toBe('transparent')
  expect(process.memoryUsage().rss - start).toBeLessThan(100_000_000)
})
