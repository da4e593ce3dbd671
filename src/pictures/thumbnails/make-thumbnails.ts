import {availableParallelism} from 'node:os'
import path from 'node:path'

import type {ShownFile} from '../../core/view.ts'
import {createShrinker} from './shrinker.ts'
import type {ShrinkRequest} from './worker/index.ts'

/** For all thumbnails of a report together. Browsers and the artifact viewer can handle that. */
const MAX_CHARACTERS = 8_000_000

/** How long decoding may take, in milliseconds: a small hostile file can keep a decoder busy for minutes. */
export interface DecodingLimits {
  readonly each: number
  readonly together: number
}

const LIMITS: DecodingLimits = {each: 5000, together: 20_000}

/** Twice those of Apple's largest screenshots: a small file can decode to enough pixels to fill all memory. */
const MAX_PIXELS = 2 * 3840 * 2160

const MAX_WORKERS = 2
/** Starting another worker takes as long as this many pictures. */
const PICTURES_PER_WORKER = 4

/** Pixels of the longer side: sharp if the report has few pictures, small if it has many. */
const FEW = {max: 100, longestSide: 640}
const MANY_LONGEST_SIDE = 400

/**
 * Makes thumbnails of screenshots, in their order, within the limits of size and time. Videos have none.
 *
 * @param workspace - Absolute.
 * @param signal - Stops at once. Finished thumbnails are kept.
 * @returns `data:` URLs of JPEGs, by the file's path relative to the workspace.
 */
export async function makeThumbnails(
  screenshots: readonly ShownFile[],
  workspace: string,
  signal: AbortSignal,
  {each, together}: DecodingLimits = LIMITS,
): Promise<ReadonlyMap<string, string>> {
  const files = screenshots.filter(
    ({pixels}) => pixels !== null && pixels.width * pixels.height <= MAX_PIXELS,
  )
  const longestSide = files.length <= FEW.max ? FEW.longestSide : MANY_LONGEST_SIDE
  // By hash, because locales often share a picture.
  const pictures = new Map<string, ShrinkRequest>()
  for (const {path: file, sha256} of files) {
    if (pictures.has(sha256)) continue
    pictures.set(sha256, {path: path.join(workspace, file), longestSide})
  }

  const end = AbortSignal.any([signal, AbortSignal.timeout(together)])
  const jpegs = new Map<string, Uint8Array>()
  const waiting = pictures.entries()
  const work = async () => {
    const shrinker = createShrinker()
    for (const [sha256, picture] of waiting) {
      if (end.aborted) break
      // oxlint-disable-next-line no-await-in-loop -- a thread makes one after the other
      const jpeg = await shrinker.shrink(picture, each, end)
      if (jpeg !== null) jpegs.set(sha256, jpeg)
    }
    await shrinker.close()
  }
  const count = Math.min(
    Math.ceil(pictures.size / PICTURES_PER_WORKER),
    availableParallelism(),
    MAX_WORKERS,
  )
  await Promise.all(Array.from({length: count}, work))
  return withinBudget(files, jpegs)
}

function withinBudget(
  files: readonly ShownFile[],
  jpegs: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, string> {
  const thumbnails = new Map<string, string>()
  let room = MAX_CHARACTERS
  for (const {path: file, sha256} of files) {
    const jpeg = jpegs.get(sha256)
    if (jpeg === undefined) continue
    const address = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`
    if (address.length > room) continue
    room -= address.length
    thumbnails.set(file, address)
  }
  return thumbnails
}
