import {closeSync, constants, fstatSync, openSync, readFileSync} from 'node:fs'
import {parentPort} from 'node:worker_threads'

import {initPhoton, PhotonImage, SamplingFilter, resize} from '@cf-wasm/photon/others'

/** What a worker is asked for, one picture after the other. */
export interface Picture {
  /** Absolute. */
  readonly path: string
  /** Pixels that the longer side may have. */
  readonly longest: number
}

/** What a worker answers: a JPEG, or null for what cannot be made small. */
export type Shrunk = Uint8Array | null

/** In bytes; a larger file is not worth the memory. */
const MOST_BYTES = 24 * 1024 * 1024
const JPEG_QUALITY = 75

/** A file of its own, which `ncc` takes along: as a part of the script it would take 90 MB more to read. */
const DECODER = new URL(
  '../../../../node_modules/@cf-wasm/photon/dist/lib/photon_rs_bg.wasm',
  import.meta.url,
)

await initPhoton({module_or_path: readFileSync(DECODER)})
parentPort?.on('message', (picture: Picture) => tell(shrink(picture)))
// Says that it is ready: only then does the time of a picture begin.
tell(null)

function tell(answer: Shrunk): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
}

/** @returns null for what is no picture, or none any more: a report is not the place to fail. */
function shrink({path, longest}: Picture): Shrunk {
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
