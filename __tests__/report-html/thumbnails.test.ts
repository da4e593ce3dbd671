import path from 'node:path'
import {rm} from 'node:fs/promises'
import {afterAll, describe, expect, test} from '@jest/globals'
import sharp from 'sharp'
import type {Sharp} from 'sharp'
import {readThumbnails} from '../../src/local/thumbnails/read-thumbnails.ts'
import {shrinkPng} from '../../src/local/thumbnails/shrink-png.ts'
import {NOT_BEGUN} from '../../src/model/run.ts'
import {folderWith, image} from '../helpers/media.ts'
import type {TreeEntry} from '../helpers/media.ts'
import {desiredSet, PHONE} from './sample-run.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((each) => rm(each, {recursive: true}))))

const demo = path.join(
  import.meta.dirname,
  '../../demo/screenshots/en-US/APP_IPHONE_67/02-climb.png',
)

/** How far two pictures are apart, from 0 to 255, as a mean of all their pixels and channels. */
async function distance(one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map((each) =>
      sharp(each).flatten({background: '#fff'}).toColourspace('srgb').raw().toBuffer(),
    ),
  )
  if (first === undefined || second?.length !== first.length) return Number.POSITIVE_INFINITY
  return (
    first.reduce((sum, value, at) => sum + Math.abs(value - (second[at] ?? 0)), 0) / first.length
  )
}

/** The thumbnails that a set of these files gets, in the order in which they were made. */
async function thumbnailsOf(files: Readonly<Record<string, TreeEntry>>) {
  const set = desiredSet('en-US', PHONE, Object.keys(files))
  const entries = Object.entries(files).map(([name, entry]) => [`${set.folder}/${name}`, entry])
  const workspace = await folderWith(Object.fromEntries(entries))
  folders.push(workspace)
  const found = await readThumbnails({...NOT_BEGUN, listing: {sets: [set]}}, workspace)
  return [...found].map(([file, thumbnail]) => ({name: path.basename(file), ...thumbnail}))
}

/** A JPEG of noise, which no compression makes smaller. */
async function noise(width: number): Promise<Buffer> {
  const picture = {width, height: 2000, channels: 3 as const}
  return sharp({create: {...picture, background: '#888', noise: {type: 'gaussian', sigma: 90}}})
    .jpeg({quality: 100})
    .toBuffer()
}

describe('a thumbnail', () => {
  const kinds = {
    palette: (picture: Sharp) => picture.png({palette: true}),
    colours: (picture: Sharp) => picture.png({adaptiveFiltering: true}),
    'transparent colours': (picture: Sharp) =>
      picture.ensureAlpha(0.5).png({adaptiveFiltering: true}),
    'grey tones': (picture: Sharp) => picture.toColourspace('b-w').png(),
    'sixteen bits': (picture: Sharp) => picture.toColourspace('rgb16').png(),
  }
  test.each(Object.entries(kinds))('of a PNG of %s looks like it', async (_, make) => {
    const png = await make(sharp(demo)).toBuffer()
    const small = await shrinkPng(png, 400)
    const right = await sharp(png).resize({height: 400, kernel: 'linear'}).png().toBuffer()
    expect(small).not.toBeNull()
    expect(await distance(small ?? png, right)).toBeLessThan(6)
  })

  test('of a small picture is not larger than that', async () => {
    const small = await shrinkPng(await image(312, 390), 1000)
    expect(await sharp(small ?? '').metadata()).toMatchObject({width: 312, height: 390})
  })

  test('is none for an interlaced PNG, which comes as it is', async () => {
    const png = await sharp(demo).png({progressive: true}).toBuffer()
    expect(await shrinkPng(png, 400)).toBeNull()
  })
})

describe('the thumbnails of a run', () => {
  test('tell the size of the file, and are smaller than it', async () => {
    const [one] = await thumbnailsOf({'1.png': await sharp(demo).toBuffer()})
    expect(one).toMatchObject({width: 1290, height: 2796})
    expect(one?.source).toMatch(/^data:image\/png;base64,/)
    expect(one?.source?.length).toBeLessThan(60_000)
  })

  test('stop where there is no room, after the smallest files', async () => {
    const found = await thumbnailsOf({
      'large.jpg': await noise(2000),
      'small.jpg': await noise(200),
      'one-more.jpg': await noise(400),
    })
    const shown = found.filter(({source}) => source !== null).map(({name}) => name)
    expect(shown.toSorted()).toEqual(['one-more.jpg', 'small.jpg'])
    expect(found.find(({name}) => name === 'large.jpg')).toMatchObject({width: 2000, height: 2000})
  })

  test('are missing, and nothing else, for a damaged file, a pipe, and a file that is gone', async () => {
    const png = await sharp(demo).png({compressionLevel: 1}).toBuffer()
    const found = await thumbnailsOf({
      'damaged.png': Buffer.concat([png.subarray(0, 2000), Buffer.alloc(20_000, 7)]),
      'pipe.png': {pipe: true},
      'folder.png': {folder: true},
      'good.png': png,
    })
    const shown = found.filter(({source}) => source !== null).map(({name}) => name)
    expect(shown).toEqual(['good.png'])
  })
})
