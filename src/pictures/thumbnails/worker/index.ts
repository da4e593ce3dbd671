import {closeSync, constants, fstatSync, openSync, readFileSync, readSync} from 'node:fs'
import {parentPort} from 'node:worker_threads'

import {initPhoton, PhotonImage, SamplingFilter, resize} from '@cf-wasm/photon/others'
import type {SyncInitInput} from '@cf-wasm/photon/others'

/** A request to the worker, one picture at a time. */
export interface ShrinkRequest {
  /** Absolute. */
  readonly path: string
  /** Maximum pixels of the longer side. */
  readonly longestSide: number
}

/** The worker's answer: a JPEG, or null if the picture cannot be shrunk. */
export type Shrunk = Uint8Array | null

/** A larger file is not worth the memory. */
const MAX_BYTES = 24 * 1024 * 1024
const JPEG_QUALITY = 75

/** A separate file, which `ncc` copies: inside the script it would need 90 MB more memory to load. */
const DECODER = new URL(
  '../../../../node_modules/@cf-wasm/photon/dist/lib/photon_rs_bg.wasm',
  import.meta.url,
)

/** Neither Node.js nor this version of the language has a type for it. */
declare const WebAssembly: {readonly Module: new (bytes: Uint8Array) => SyncInitInput}

// Not the asynchronous way: it asks for a `Response` first, for which Node.js loads its whole HTTP client.
initPhoton.sync({module: new WebAssembly.Module(readFileSync(DECODER))})
parentPort?.on('message', (picture: ShrinkRequest) => reply(shrink(picture)))
// Says that it is ready. The time limit of a picture starts only then.
reply(null)

function reply(answer: Shrunk): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
}

/** @returns null if the file is not a picture or no longer exists: the report must not fail. */
function shrink({path, longestSide}: ShrinkRequest): Shrunk {
  try {
    const image = PhotonImage.new_from_byteslice(readPicture(path))
    const [width, height] = [image.get_width(), image.get_height()]
    const scale = Math.min(1, longestSide / Math.max(width, height))
    const small = resize(
      image,
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
      SamplingFilter.Triangle,
    )
    image.free()
    const jpeg = small.get_bytes_jpeg(JPEG_QUALITY)
    small.free()
    return jpeg
  } catch {
    return null
  }
}

/** Used for every file: one for each would be hundreds of megabytes of garbage before it is collected. */
let bytes = Buffer.alloc(0)

function readPicture(path: string): Buffer {
  // Without O_NONBLOCK, a FIFO put in the file's place since it was checked would block forever.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = fstatSync(file)
    if (!stats.isFile() || stats.size > MAX_BYTES)
      throw new Error('Not a picture that can be shrunk.')
    // With room to spare: the next file may be a little larger.
    if (bytes.length < stats.size)
      bytes = Buffer.allocUnsafeSlow(Math.min(2 * stats.size, MAX_BYTES))
    return bytes.subarray(0, readSync(file, bytes, 0, stats.size, 0))
  } finally {
    closeSync(file)
  }
}
