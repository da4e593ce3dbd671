import {rm} from 'node:fs/promises'
import path from 'node:path'

import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import sharp from 'sharp'
import type {Sharp} from 'sharp'

import type {ShownFile} from '../../src/core/view.ts'
import {makeThumbnails} from '../../src/pictures/thumbnails/make-thumbnails.ts'
import {createThumbnails} from '../../src/pictures/thumbnails/thumbnails.ts'
import {planListing} from '../../src/sections/media/plan/plan-listing.ts'
import {viewMedia} from '../../src/sections/media/view.ts'
import {folderWith, image} from '../helpers/media.ts'
import type {TreeEntry} from '../helpers/media.ts'
import {sampled} from '../helpers/sampled.ts'
import {slowJpeg} from '../helpers/slow-jpeg.ts'
import {asset, file as desiredFile, listing, POLICY, set} from '../sections/media/plan/listings.ts'

const never = new AbortController().signal

/** Where the time is not what is tested: a busy machine may take long. */
const PATIENT = {each: 60_000, together: 60_000}

const folders: string[] = []
afterAll(() => Promise.all(folders.map((each) => rm(each, {recursive: true}))))

const demo = path.join(
  import.meta.dirname,
  '../../demo/screenshots/en-US/APP_IPHONE_67/02-climb.png',
)

/** A screenshot with bytes of its own. */
function shown(name: string, overrides: Partial<ShownFile> = {}): ShownFile {
  const file = `screenshots/en-US/APP_IPHONE_67/${name}`
  return {
    path: file,
    pixels: {width: 1290, height: 2796},
    // So that they are too many to be shown as they are.
    bytes: 10_000_000,
    seconds: null,
    sha256: file,
    ...overrides,
  }
}

/** The thumbnails that a set of these files gets, by file name. */
async function thumbnailsOf(files: Readonly<Record<string, TreeEntry>>) {
  const entries = Object.entries(files).map(([name, entry]) => [shown(name).path, entry])
  const workspace = await folderWith(Object.fromEntries(entries))
  folders.push(workspace)
  const found = await makeThumbnails(
    Object.keys(files).map((name) => shown(name)),
    workspace,
    never,
    PATIENT,
  )
  return new Map([...found].map(([file, address]) => [path.basename(file), bytesOf(address)]))
}

function bytesOf(address: string): Buffer {
  return Buffer.from(address.replace(/^data:image\/(?:png|jpeg);base64,/u, ''), 'base64')
}

/** A JPEG of many bytes. */
function noise(width: number, height: number): Promise<Buffer> {
  const picture = sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: {type: 'gaussian', mean: 128, sigma: 90},
    },
  })
  return picture.jpeg({quality: 90}).toBuffer()
}

/** How far two pictures are apart, from 0 to 255, as a mean of all their pixels and channels. */
async function distance(one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map((each) => sharp(each).removeAlpha().toColourspace('srgb').raw().toBuffer()),
  )
  if (first === undefined || second?.length !== first.length) return Number.POSITIVE_INFINITY
  const sum = first.reduce((total, value, at) => total + Math.abs(value - (second[at] ?? 0)), 0)
  return sum / first.length
}

const KINDS = {
  'a PNG with a palette': (picture: Sharp) => picture.png({palette: true}),
  'a PNG of colours': (picture: Sharp) => picture.png({adaptiveFiltering: true}),
  'a PNG with an alpha channel': (picture: Sharp) => picture.ensureAlpha(1).png(),
  'an interlaced PNG': (picture: Sharp) => picture.png({progressive: true}),
  'a PNG of grey tones': (picture: Sharp) =>
    picture.toColourspace('b-w').png({compressionLevel: 1}),
  'a PNG of sixteen bits': (picture: Sharp) => picture.toColourspace('rgb16').png(),
  'a JPEG': (picture: Sharp) => picture.jpeg({quality: 95}),
  'a progressive JPEG': (picture: Sharp) => picture.jpeg({quality: 95, progressive: true}),
}

const kinds = sampled(Object.entries(KINDS))

function nameOf(kind: string): string {
  return `${kind}.${kind.includes('JPEG') ? 'jpg' : 'png'}`
}

describe('A thumbnail looks like its picture', () => {
  let thumbnails: ReadonlyMap<string, Buffer> = new Map()
  beforeAll(async () => {
    const entries = kinds.map(
      async ([kind, make]) => [nameOf(kind), await make(sharp(demo)).toBuffer()] as const,
    )
    thumbnails = await thumbnailsOf(Object.fromEntries(await Promise.all(entries)))
  })

  test.each(kinds)('of %s', async (kind, make) => {
    const thumbnail = thumbnails.get(nameOf(kind))
    const right = await make(sharp(demo).resize({height: 640, kernel: 'linear'})).toBuffer()
    expect(await distance(thumbnail ?? Buffer.alloc(0), right)).toBeLessThan(4)
    expect(thumbnail?.length).toBeLessThan(60_000)
  })
})

test('A picture of few pixels is not made larger', async () => {
  const thumbnail = (await thumbnailsOf({'1.jpg': await noise(312, 390)})).get('1.jpg')
  expect(await sharp(thumbnail).metadata()).toMatchObject({width: 312, height: 390})
})

test('Files that are small enough together are shown as they are', async () => {
  const picture = await noise(700, 1500)
  expect(picture.length).toBeGreaterThan(500_000)
  const file = shown('1.jpg', {bytes: picture.length})
  const workspace = await folderWith({[file.path]: picture})
  folders.push(workspace)
  const found = await makeThumbnails([file], workspace, never, PATIENT)
  expect(bytesOf(found.get(file.path) ?? '').equals(picture)).toBe(true)
})

test('A file of few bytes is shown as it is', async () => {
  const files = {'1.png': await image(1290, 2796), '2.jpg': await image(300, 600, {format: 'jpeg'})}
  expect([...(await thumbnailsOf(files)).values()]).toEqual(Object.values(files))
})

test('A picture that lies in several folders is made small once, and shown in each', async () => {
  const files = ['en-US', 'en-GB'].map((locale) =>
    shown('1.png', {path: `screenshots/${locale}/APP_IPHONE_67/1.png`, sha256: 'same'}),
  )
  const workspace = await folderWith({[files[0]?.path ?? '']: await image()})
  folders.push(workspace)
  const found = await makeThumbnails(files, workspace, never, PATIENT)
  expect([...found.keys()]).toEqual(files.map((file) => file.path))
})

test('A picture of more pixels than Apple takes is not unpacked', async () => {
  const sizes = [
    {width: 4000, height: 4200},
    {width: 3840, height: 2160},
  ]
  const files = sizes.map((pixels, index) => shown(`${index + 1}.png`, {pixels}))
  const entries = files.map(
    async ({path: file, pixels}) => [file, await image(pixels?.width, pixels?.height)] as const,
  )
  const workspace = await folderWith(Object.fromEntries(await Promise.all(entries)))
  folders.push(workspace)
  const found = await makeThumbnails(files, workspace, never, PATIENT)
  expect([...found.keys()]).toEqual([shown('2.png').path])
})

test('A damaged file, a pipe, a folder and a file that is gone have no thumbnail, and the others have theirs', async () => {
  const png = await sharp(demo).png({compressionLevel: 1}).toBuffer()
  const found = await thumbnailsOf({
    'damaged.png': Buffer.concat([png.subarray(0, 2000), Buffer.alloc(70_000, 7)]),
    'text.png': 'no picture',
    'pipe.png': {pipe: true},
    'folder.png': {folder: true},
    'good.png': png,
    'good.jpg': await image(300, 600, {format: 'jpeg'}),
  })
  expect([...found.keys()]).toEqual(['good.png', 'good.jpg'])
})

test('Thumbnails stop where they would make the page too large, from the first file on', async () => {
  const files = Array.from({length: 60}, (_, index) => shown(`${index}.png`))
  const picture = await noise(640, 640)
  const workspace = await folderWith(
    Object.fromEntries(files.map((file) => [file.path, picture] as const)),
  )
  folders.push(workspace)
  const found = await makeThumbnails(files, workspace, never, PATIENT)
  const size = [...found.values()].reduce((sum, {length}) => sum + length, 0)
  expect(size).toBeLessThanOrEqual(8_000_000)
  expect(found.size).toBeLessThan(files.length)
  expect([...found.keys()].slice(0, 15)).toEqual(files.slice(0, 15).map((file) => file.path))
})

/** A workspace with a picture that keeps the decoder busy for minutes between others. */
async function slowPictures() {
  const slow = await slowJpeg(2000, 3800, 1_000_000)
  const files = ['1.png', 'slow.jpg', '3.png'].map((name) => shown(name))
  const pictures = files.map(
    async ({path: file}) =>
      [file, file.endsWith('slow.jpg') ? slow : await noise(640, 640)] as const,
  )
  const workspace = await folderWith(Object.fromEntries(await Promise.all(pictures)))
  folders.push(workspace)
  return {files, workspace}
}

test('A picture that keeps the decoder busy for minutes costs only its own thumbnail', async () => {
  const {files, workspace} = await slowPictures()
  const limits = {each: 2000, together: 20_000}
  const found = await makeThumbnails(files, workspace, never, limits)
  expect([...found.keys()].map((file) => path.basename(file))).toEqual(['1.png', '3.png'])
})

/** In milliseconds. */
const ends = [
  ['the time for all is up', {together: 6000, cancelledAfter: 600_000}],
  ['the run is cancelled', {together: 600_000, cancelledAfter: 6000}],
] as const

test.each(sampled(ends))(
  'When %s, what is being decoded ends and the rest is left out',
  async (_, {together, cancelledAfter}) => {
    const {files, workspace} = await slowPictures()
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), cancelledAfter)
    const limits = {each: 600_000, together}
    const found = await makeThumbnails(files, workspace, controller.signal, limits)
    clearTimeout(timer)
    expect([...found.keys()].map((file) => path.basename(file))).toEqual(['1.png'])
  },
)

test('Of a plan, only what it sends gets thumbnails; without one, all of the folder', async () => {
  const names = ['1.png', '2.png', '3.png']
  const entries = names.map(async (name) => [shown(name).path, await image()] as const)
  const workspace = await folderWith(Object.fromEntries(await Promise.all(entries)))
  folders.push(workspace)
  const wanted = {sets: [set(names.map((name) => desiredFile(name)))]}
  const have = listing([asset('1.png'), asset('2.png', 'older')])
  const plan = planListing(wanted, have, POLICY)

  const thumbnails = createThumbnails(workspace, never)
  expect([...(await thumbnails.made()).keys()]).toEqual([])
  thumbnails.begin(viewMedia(wanted, {have, plan}))
  const changed = [...(await thumbnails.made()).keys()]
  expect(changed.map((each) => path.basename(each))).toEqual(['2.png', '3.png'])
  thumbnails.begin(viewMedia(wanted, null))
  expect([...(await thumbnails.made()).keys()]).toHaveLength(3)
})

test('Videos, what the folder no longer has, and texts get no thumbnails', async () => {
  const workspace = await folderWith({[shown('1.mp4').path]: await image(300, 600)})
  folders.push(workspace)
  const preview = {type: 'IPHONE_67', medium: 'preview'} as const
  const videos = {sets: [set([desiredFile('1.mp4')], preview)]}
  const wanted = {sets: [set([])]}
  const have = listing([asset('old.png')])
  const plan = planListing(wanted, have, {...POLICY, prune: true})
  expect(plan.steps).toHaveLength(1)

  const thumbnails = createThumbnails(workspace, never)
  thumbnails.begin([
    ...viewMedia(videos, null),
    ...viewMedia(wanted, {have, plan}),
    {shape: 'texts', groups: []},
  ])
  expect([...(await thumbnails.made()).keys()]).toEqual([])
})
