import {rm} from 'node:fs/promises'
import path from 'node:path'

import {afterAll, expect, test} from '@jest/globals'
import sharp from 'sharp'
import type {Sharp} from 'sharp'

import {makeThumbnails} from '../../src/pictures/thumbnails/make-thumbnails.ts'
import {createThumbnails} from '../../src/pictures/thumbnails/thumbnails.ts'
import {folderWith, image} from '../helpers/media.ts'
import type {TreeEntry} from '../helpers/media.ts'
import {slowJpeg} from '../helpers/slow-jpeg.ts'
import {asset, desiredSet, PHONE, plannedRun} from '../report/sample-run.ts'

const never = new AbortController().signal

const folders: string[] = []
afterAll(() => Promise.all(folders.map((each) => rm(each, {recursive: true}))))

const demo = path.join(
  import.meta.dirname,
  '../../demo/screenshots/en-US/APP_IPHONE_67/02-climb.png',
)

/** The thumbnails that a set of these files gets, by file name. */
async function thumbnailsOf(files: Readonly<Record<string, TreeEntry>>) {
  const set = desiredSet('en-US', PHONE, Object.keys(files))
  const entries = Object.entries(files).map(([name, entry]) => [`${set.folder}/${name}`, entry])
  const workspace = await folderWith(Object.fromEntries(entries))
  folders.push(workspace)
  const found = await makeThumbnails(set.files, workspace, never)
  return new Map([...found].map(([file, address]) => [path.basename(file), jpegOf(address)]))
}

function jpegOf(address: string): Buffer {
  const [start, base64 = ''] = address.split(',')
  expect(start).toBe('data:image/jpeg;base64')
  return Buffer.from(base64, 'base64')
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
  'a PNG of grey tones': (picture: Sharp) => picture.toColourspace('b-w').png(),
  'a PNG of sixteen bits': (picture: Sharp) => picture.toColourspace('rgb16').png(),
  'a JPEG': (picture: Sharp) => picture.jpeg({quality: 95}),
  'a progressive JPEG': (picture: Sharp) => picture.jpeg({quality: 95, progressive: true}),
}

test.each(Object.entries(KINDS))('The thumbnail of %s looks like it', async (kind, make) => {
  const name = kind.includes('JPEG') ? '1.jpg' : '1.png'
  const thumbnail = (await thumbnailsOf({[name]: await make(sharp(demo)).toBuffer()})).get(name)
  const right = await make(sharp(demo).resize({height: 640, kernel: 'linear'})).toBuffer()
  expect(await distance(thumbnail ?? Buffer.alloc(0), right)).toBeLessThan(4)
  expect(thumbnail?.length).toBeLessThan(60_000)
})

test('A small picture is not made larger', async () => {
  const thumbnail = (await thumbnailsOf({'1.png': await image(312, 390)})).get('1.png')
  expect(await sharp(thumbnail).metadata()).toMatchObject({width: 312, height: 390})
})

test('A picture that lies in several folders is made small once, and shown in each', async () => {
  const sets = ['en-US', 'en-GB'].map((locale) => desiredSet(locale, PHONE, ['1.png']))
  const [first] = sets.flatMap(({files}) => files)
  const workspace = await folderWith({[first?.path ?? '']: await image()})
  folders.push(workspace)
  const content = {size: 1, md5: 'same', sha256: 'same'}
  const alike = sets.map((set) => ({...set, files: set.files.map((file) => ({...file, content}))}))
  const found = await makeThumbnails(
    alike.flatMap((set) => set.files),
    workspace,
    never,
  )
  expect([...found.keys()]).toEqual(sets.flatMap(({files}) => files.map((file) => file.path)))
})

test('A picture of more pixels than Apple takes is not unpacked', async () => {
  const set = desiredSet('en-US', PHONE, ['1.png', '2.png'])
  const workspace = await folderWith({
    [`${set.folder}/1.png`]: await image(4000, 4200),
    [`${set.folder}/2.png`]: await image(3840, 2160),
  })
  folders.push(workspace)
  const sizes = [
    {width: 4000, height: 4200},
    {width: 3840, height: 2160},
  ]
  const files = set.files.map((file, index) => ({...file, pixels: sizes[index] ?? null}))
  const found = await makeThumbnails(files, workspace, never)
  expect([...found.keys()]).toEqual([`${set.folder}/2.png`])
})

test('A damaged file, a pipe, a folder and a file that is gone have no thumbnail, and the others have theirs', async () => {
  const png = await sharp(demo).png({compressionLevel: 1}).toBuffer()
  const found = await thumbnailsOf({
    'damaged.png': Buffer.concat([png.subarray(0, 2000), Buffer.alloc(20_000, 7)]),
    'text.png': 'no picture',
    'pipe.png': {pipe: true},
    'folder.png': {folder: true},
    'good.png': png,
    'good.jpg': await image(300, 600, {format: 'jpeg'}),
  })
  expect([...found.keys()]).toEqual(['good.png', 'good.jpg'])
})

test('Thumbnails stop where they would make the page too large, from the first file on', async () => {
  const names = Array.from({length: 90}, (_, index) => `${index}.png`)
  const noise = await sharp({
    create: {
      width: 640,
      height: 640,
      channels: 3,
      background: '#888',
      noise: {type: 'gaussian', mean: 128, sigma: 90},
    },
  })
    .jpeg({quality: 90})
    .toBuffer()
  const set = desiredSet('en-US', PHONE, names)
  const workspace = await folderWith(
    Object.fromEntries(set.files.map((file) => [file.path, noise] as const)),
  )
  folders.push(workspace)
  const patience = {each: 60_000, together: 60_000}
  const found = await makeThumbnails(set.files, workspace, never, patience)
  const size = [...found.values()].reduce((sum, {length}) => sum + length, 0)
  expect(size).toBeLessThanOrEqual(8_000_000)
  expect(found.size).toBeLessThan(names.length)
  expect([...found.keys()].slice(0, 15)).toEqual(set.files.slice(0, 15).map((file) => file.path))
})

/** A workspace with a picture that keeps the decoder busy for minutes between others. */
async function slowPictures() {
  const slow = await slowJpeg(2000, 3800, 1_000_000)
  const set = desiredSet('en-US', PHONE, ['1.png', 'slow.jpg', '3.png'])
  const pictures = set.files.map(
    async ({name, path: file}) =>
      [file, name === 'slow.jpg' ? slow : await image(300, 600)] as const,
  )
  const workspace = await folderWith(Object.fromEntries(await Promise.all(pictures)))
  folders.push(workspace)
  return {files: set.files, workspace}
}

test('A picture that keeps the decoder busy for minutes costs only its own thumbnail', async () => {
  const {files, workspace} = await slowPictures()
  const found = await makeThumbnails(files, workspace, never)
  expect([...found.keys()].map((file) => path.basename(file))).toEqual(['1.png', '3.png'])
})

test('When the time for all is up, what is being decoded ends and the rest is left out', async () => {
  const {files, workspace} = await slowPictures()
  const patience = {each: 60_000, together: 8000}
  const found = await makeThumbnails(files, workspace, never, patience)
  expect([...found.keys()].map((file) => path.basename(file))).toEqual(['1.png'])
})

test('A cancelled run ends what is being decoded', async () => {
  const {files, workspace} = await slowPictures()
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 8000)
  const patience = {each: 600_000, together: 600_000}
  const found = await makeThumbnails(files, workspace, controller.signal, patience)
  expect([...found.keys()].map((file) => path.basename(file))).toEqual(['1.png'])
})

test('Of a plan, only what it sends gets thumbnails; without one, all of the listing', async () => {
  const set = desiredSet('en-US', PHONE, ['1.png', '2.png', '3.png'])
  const entries = set.files.map(async (file) => [file.path, await image(300, 600)] as const)
  const workspace = await folderWith(Object.fromEntries(await Promise.all(entries)))
  folders.push(workspace)
  const assets = [asset('en-US', PHONE, '1.png'), asset('en-US', PHONE, '2.png', 'older')]
  const {listing, plan} = plannedRun([set], new Map([[set.id, assets]]))

  const thumbnails = createThumbnails(workspace, never)
  expect([...(await thumbnails.made()).keys()]).toEqual([])
  thumbnails.begin(listing, plan)
  const changed = [...(await thumbnails.made()).keys()]
  expect(changed.map((file) => path.basename(file))).toEqual(['2.png', '3.png'])
  thumbnails.begin(listing, null)
  expect([...(await thumbnails.made()).keys()]).toHaveLength(3)
})
