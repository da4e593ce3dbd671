/**
 * Feeds damaged images and videos to the readers of src/files/formats. Run it on its own for many cases:
 * `node scripts/fuzz-media.ts 100000 [seed]`. It fails when a reader throws, takes long over one file, or needs much
 * memory.
 */
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import {createBoxScan} from '../src/files/formats/box-scan.ts'
import {imageFacts} from '../src/files/formats/image-facts.ts'
import {JPEG, PNG, realFormat} from '../src/files/formats/real-format.ts'
import {videoFacts} from '../src/files/formats/video-facts.ts'

const FIXTURES = ['iphone.mp4', 'desktop.mov', 'fragmented.mp4', 'rotated.mp4', 'mono.mp4']
const MOST_MILLISECONDS = 1000
const MOST_MEMORY_BYTES = 512 * 1024 * 1024
const TELLING_VALUES = [0, 1, 7, 8, 0x7f_ff_ff_ff, 0x80_00_00_00, 0xff_ff_ff_fe, 0xff_ff_ff_ff]

/** Reads `cases` damaged files; the same seed gives the same files. */
export async function fuzz({cases, seed}: {readonly cases: number; readonly seed: number}) {
  const random = randomNumbers(seed)
  const samples = await healthyFiles()
  let slowestMilliseconds = 0
  for (let index = 0; index < cases; index += 1) {
    const sample = samples[index % samples.length] ?? Buffer.alloc(0)
    const damaged = damage(sample, random)
    const start = process.cpuUsage()
    read(damaged, 1 + random(damaged.length))
    slowestMilliseconds = Math.max(slowestMilliseconds, process.cpuUsage(start).user / 1000)
  }
  return {cases, slowestMilliseconds, memory: process.memoryUsage().rss}
}

function read(file: Buffer, pieceSize: number): void {
  realFormat(file)
  const content = {size: file.length, md5: '', sha256: ''}
  const bytes = {content, head: file.subarray(0, 2 ** 20), tail: file.subarray(-65_536)}
  imageFacts(PNG, bytes)
  imageFacts(JPEG, bytes)
  const scan = createBoxScan()
  for (let at = 0; at < file.length; at += pieceSize) scan.push(file.subarray(at, at + pieceSize))
  const {movie} = scan.result()
  if (movie !== null) videoFacts(movie)
  // Damage before the movie box often hides it; what stands in its place must be survived as well.
  const at = file.indexOf('moov')
  if (at !== -1) videoFacts(file.subarray(at + 4))
}

/** Overwrites a few places near the start, cuts the end off, or repeats a piece inside itself. */
function damage(healthy: Buffer, random: (below: number) => number): Buffer {
  const file = Buffer.from(healthy.subarray(0, 1 + random(healthy.length)))
  const movie = Math.max(file.indexOf('moov'), 0)
  for (let hits = random(8); hits > 0 && file.length > 8; hits -= 1) {
    const at = (random(2) === 0 ? movie : 0) + random(Math.min(file.length, 4096))
    if (at + 4 > file.length) continue
    if (random(2) === 0) file.writeUInt32BE(TELLING_VALUES[random(TELLING_VALUES.length)] ?? 0, at)
    else file[at] = random(256)
  }
  if (random(4) > 0) return file
  const [from, to] = [random(file.length), random(file.length)]
  return Buffer.concat([file.subarray(0, to), file.subarray(from)])
}

async function healthyFiles(): Promise<readonly Buffer[]> {
  const folder = path.join(import.meta.dirname, '../__tests__/fixtures')
  const picture = sharp({
    create: {width: 64, height: 128, channels: 4, background: {r: 1, g: 2, b: 3, alpha: 0.5}},
  })
  const still = await Promise.all([
    picture.png().toBuffer(),
    picture.png({palette: true}).toBuffer(),
    picture.flatten().jpeg().withMetadata().toBuffer(),
    picture.flatten().jpeg({progressive: true}).toBuffer(),
  ])
  return [
    ...still,
    ...(await Promise.all(FIXTURES.map((name) => readFile(path.join(folder, name))))),
    nestedBoxes(),
  ]
}

/** A video whose movie is one box in the other, thousands deep. */
function nestedBoxes(): Buffer {
  const types = ['trak', 'mdia', 'minf', 'stbl', 'stsd']
  const heads = Array.from({length: 5000}, (_, index) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE((5000 - index) * 8)
    head.write(index === 0 ? 'moov' : (types[index % types.length] ?? ''), 4, 'latin1')
    return head
  })
  return Buffer.concat([Buffer.from('\0\0\0\u0010ftypisom\0\0\0\0', 'latin1'), ...heads])
}

/** Mulberry32: small, and the same everywhere. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

if (import.meta.main) {
  const [cases = '100000', seed = '1'] = process.argv.slice(2)
  const result = await fuzz({cases: Number(cases), seed: Number(seed)})
  console.log(result)
  const isBearable =
    result.slowestMilliseconds < MOST_MILLISECONDS && result.memory < MOST_MEMORY_BYTES
  if (!isBearable) process.exitCode = 1
}
