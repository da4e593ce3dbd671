import {closeSync, constants, fstatSync, openSync, readFileSync} from 'node:fs'
import {parentPort, workerData} from 'node:worker_threads'

import {initPhoton, PhotonImage, SamplingFilter, resize} from '@cf-wasm/photon/others'

/** A picture to be made small. */
export interface Picture {
  readonly sha256: string
  /** Absolute. */
  readonly path: string
  /** When to leave it alone, in milliseconds since 1970. */
  readonly until: number
}

/** What one worker makes small, in this order. */
export interface Share {
  readonly pictures: readonly Picture[]
  /** Pixels that the longer side has at most. */
  readonly longest: number
}

/** What a worker tells of each picture that it could read in time. */
export interface Shrunk {
  readonly sha256: string
  readonly jpeg: Uint8Array
}

/** In bytes; a larger file is not worth the memory. */
const MOST_BYTES = 24 * 1024 * 1024
const JPEG_QUALITY = 75

/** A file of its own, which `ncc` takes along: as a part of the script it would take 90 MB more to read. */
const DECODER = new URL(
  '../../../../node_modules/@cf-wasm/photon/dist/lib/photon_rs_bg.wasm',
  import.meta.url,
)

await initPhoton({module_or_path: readFileSync(DECODER)})
const {pictures, longest}: Share = workerData
for (const {sha256, path, until} of pictures) {
  const jpeg = Date.now() < until ? shrink(path) : null
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  if (jpeg !== null) parentPort?.postMessage({sha256, jpeg} satisfies Shrunk)
}

/** @returns null for what is no picture, or none any more: a report is not the place to fail. */
function shrink(path: string): Uint8Array | null {
  try {
    const image = PhotonImage.new_from_byteslice(readPicture(path))
    const [width, height] = [image.get_width(), image.get_height()]
    const scale = Math.min(1, longest / Math.max(width, height))
    const small = resize(
      image,
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
      SamplingFilter.Triangle,
    )
    const jpeg = small.get_bytes_jpeg(JPEG_QUALITY)
    image.free()
    small.free()
    return jpeg
  } catch {
    return null
  }
}

function readPicture(path: string): Buffer {
  // Without O_NONBLOCK, a FIFO put in the file's place since it was checked would block for ever.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = fstatSync(file)
    if (!stats.isFile() || stats.size > MOST_BYTES) throw new Error('No picture to be made small.')
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}
