import {describe, expect, test} from '@jest/globals'
import {cpuMilliseconds} from '../../helpers/cpu-time.ts'
import {displayType} from '../../../src/sections/media/facts/display-types.ts'
import {checkPreview} from '../../../src/sections/media/folder/check-preview.ts'
import {createBoxScan} from '../../../src/files/formats/box-scan.ts'
import {videoFacts} from '../../../src/files/formats/video-facts.ts'
import {video} from '../../helpers/media.ts'

function scan(file: Buffer, pieceSize = file.length) {
  const boxes = createBoxScan()
  for (let at = 0; at < file.length; at += pieceSize) boxes.push(file.subarray(at, at + pieceSize))
  return boxes.result()
}

function box(type: string, body: Buffer | string = '', declaredSize?: number): Buffer {
  const header = Buffer.alloc(8)
  const bytes = Buffer.from(body)
  header.writeUInt32BE(declaredSize ?? 8 + bytes.length)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, bytes])
}

function wideBox(type: string, body: string, declaredSize: bigint): Buffer {
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(declaredSize)
  return Buffer.concat([box(type, '', 1), size, Buffer.from(body)])
}

describe('The run over the boxes of a file', () => {
  test.each([1, 3, 7, 8, 9, 64, 65_536])('finds the movie in pieces of %d bytes', async (size) => {
    for (const fixture of ['iphone.mp4', 'desktop.mov', 'fragmented.mp4']) {
      // oxlint-disable-next-line no-await-in-loop
      const file = await video(fixture)
      const at = file.indexOf('moov')
      expect(scan(file, size)).toEqual({
        complete: true,
        movie: file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4)),
      })
    }
  })

  test('understands sizes of 64 bits, sizes to the end of the file, and empty boxes', () => {
    const movie = Buffer.from('movie')
    const wide = [wideBox('mdat', 'xyz', 19n), wideBox('moov', 'movie', 21n)]
    expect(scan(Buffer.concat(wide), 5)).toEqual({complete: true, movie})
    expect(scan(Buffer.concat([box('moov', 'movie'), box('mdat', 'xyz', 0)]))).toEqual({
      complete: true,
      movie,
    })
    expect(scan(Buffer.concat([box('free'), box('moov', 'movie'), box('free')]))).toEqual({
      complete: true,
      movie,
    })
    expect(scan(box('moov'))).toEqual({complete: true, movie: Buffer.alloc(0)})
  })

  test.each([
    ['a box beyond the end', box('mdat', 'xyz', 12)],
    ['a size below the header', box('mdat', 'xyz', 7)],
    ['a wide size below the header', wideBox('mdat', 'xyz', 15n)],
    ['the largest size there is', wideBox('moov', 'xyz', 2n ** 64n - 1n)],
    ['half a header', Buffer.from('\0\0\0')],
    ['half a wide header', box('mdat', 'xy', 1)],
    ['a movie larger than any', box('moov', 'xyz', 2 ** 32 - 1)],
  ])('is incomplete with %s', (_, file) => {
    expect(scan(file)).toEqual({complete: false, movie: null})
    expect(scan(file, 1)).toEqual({complete: false, movie: null})
  })

  test('holds no movie that is too large, however it goes on', () => {
    const boxes = createBoxScan()
    boxes.push(box('moov', '', 17 * 1024 * 1024))
    const piece = Buffer.alloc(1024 * 1024)
    for (let at = 0; at < 17; at += 1) boxes.push(piece)
    expect(boxes.result().movie).toBeNull()
  })

  test('ends with a file of nothing but headers', () => {
    const headers = Buffer.concat(Array.from({length: 200_000}, () => box('free')))
    expect(scan(headers)).toEqual({complete: false, movie: null})
  })
})

describe('A value near a limit', () => {
  const row = displayType('IPHONE_67')
  if (row === undefined) throw new Error('no such type')
  const fine = {
    seconds: 20,
    size: {width: 886, height: 1920},
    frameRate: 30,
    codec: 'avc1',
    audio: {channels: 2},
  }

  test.each([
    [{seconds: 15}, []],
    [{seconds: 30}, []],
    [{seconds: 14.95}, ['warning doubtful-duration']],
    [{seconds: 30.09}, ['warning doubtful-duration']],
    [{seconds: 14.89}, ['error wrong-duration']],
    [{seconds: 30.11}, ['error wrong-duration']],
    [{frameRate: 23.976}, []],
    [{frameRate: 22.96}, ['warning doubtful-frame-rate']],
    [{frameRate: 30.04}, ['warning doubtful-frame-rate']],
    [{frameRate: 22.9}, ['error wrong-frame-rate']],
    [{frameRate: 30.06}, ['error wrong-frame-rate']],
    [{codec: 'apch'}, []],
    [{audio: {channels: 6}}, []],
  ])('of %j gives %j', (facts, problems) => {
    const found = checkPreview('1.mp4', {...fine, ...facts}, row)
    expect(found.map(({severity, code}) => `${severity} ${code}`)).toEqual(problems)
  })
})

describe('The facts of a video', () => {
  test.each([
    ['iphone.mp4', 886, 1920, 30, 16, 'avc1', 2],
    ['desktop.mov', 1920, 1080, 24, 15, 'avc1', 2],
    ['ipad-97-ntsc.m4v', 900, 1200, 29.97, 20, 'avc1', 2],
    ['rotated.mp4', 886, 1920, 30, 15, 'avc1', 2],
    ['sixty-frames.mp4', 886, 1920, 60, 15, 'avc1', 2],
    ['mono.mp4', 886, 1920, 30, 15, 'avc1', 1],
    ['hevc.mp4', 886, 1920, 24, 15, 'hev1', 2],
  ])('%s are read', async (fixture, width, height, frameRate, seconds, codec, channels) => {
    const facts = videoFacts(scan(await video(fixture)).movie ?? Buffer.alloc(0))
    expect(facts).toMatchObject({size: {width, height}, codec, audio: {channels}})
    expect(facts.frameRate).toBeCloseTo(frameRate, 2)
    expect(facts.seconds).toBeCloseTo(seconds, 1)
  })

  test('are left open where the file does not say', async () => {
    expect(videoFacts(Buffer.alloc(0))).toEqual({
      seconds: null,
      size: null,
      frameRate: null,
      codec: null,
      audio: null,
    })
    const silent = videoFacts(scan(await video('silent.mp4')).movie ?? Buffer.alloc(0))
    expect(silent.audio).toBeNull()
    const fragmented = videoFacts(scan(await video('fragmented.mp4')).movie ?? Buffer.alloc(0))
    expect(fragmented).toMatchObject({seconds: null, frameRate: null, size: {width: 886}})
  })

  test('do not believe a count of samples', async () => {
    const movie = Buffer.from(scan(await video('iphone.mp4')).movie ?? '')
    for (const table of ['stts', 'stsz', 'stsc', 'stco', 'ctts', 'stsd']) {
      for (let at = movie.indexOf(table); at !== -1; at = movie.indexOf(table, at + 1)) {
        movie.writeUInt32BE(0xff_ff_ff_ff, at + 8)
      }
    }
    const time = await cpuMilliseconds(() => expect(videoFacts(movie).frameRate).toBeCloseTo(30, 2))
    expect(time).toBeLessThan(2000)
  })
})

describe('A movie box of 16 MB that is made to be slow', () => {
  const bytes = 16 * 1024 * 1024
  const emptyBoxes = (type: string, size: number) => Buffer.alloc(size - (size % 8), box(type))
  const nested = Buffer.alloc(bytes)
  for (let at = 0; at < bytes; at += 8) {
    nested.writeUInt32BE(bytes - at, at)
    nested.write(['trak', 'mdia', 'minf', 'stbl'][(at / 8) % 4] ?? '', at + 4, 'latin1')
  }
  test.each([
    ['empty boxes', emptyBoxes('free', bytes)],
    ['empty tracks', emptyBoxes('trak', bytes)],
    ['one track of empty boxes', box('trak', emptyBoxes('free', bytes - 8))],
    [
      'a hundred tracks of empty boxes',
      Buffer.concat(Array.from({length: 100}, () => box('trak', emptyBoxes('mdia', 160_000)))),
    ],
    ['boxes in boxes', nested],
  ])('is read quickly and in little memory, with %s', async (_, movie) => {
    const before = process.memoryUsage().rss
    const time = await cpuMilliseconds(() =>
      expect(videoFacts(movie)).toMatchObject({size: null, seconds: null, codec: null}),
    )
    expect(time).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })
})
