import path from 'node:path'

import type {ShownFile} from '../../core/view.ts'
import {dataUrl} from '../data-url.ts'
import {pictureAsData} from './picture-as-data.ts'
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

/** In bytes, of all files together. Up to that, every picture is embedded as it is, so that its text can be read. */
const MAX_ORIGINALS = 6_000_000

interface Quality {
  /** Of a thumbnail, in pixels. */
  readonly longestSide: number
  /** In bytes. A smaller file is embedded as it is: its thumbnail would hardly be smaller. */
  readonly original: number
}

function qualityFor(files: readonly ShownFile[]): Quality {
  const together = files.reduce((sum, {bytes}) => sum + bytes, 0)
  if (together <= MAX_ORIGINALS) return {longestSide: 640, original: MAX_ORIGINALS}
  // Sharp if the report has few pictures, small if it has many.
  return files.length <= 100
    ? {longestSide: 640, original: 60 * 1024}
    : {longestSide: 400, original: 24 * 1024}
}

/**
 * Makes pictures of screenshots for the report, in their order, within the limits of size and time: the files
 * themselves where they are few, else thumbnails. Videos have none.
 *
 * @param workspace - Absolute.
 * @param signal - Stops at once. Finished thumbnails are kept.
 * @returns `data:` URLs by the file's path relative to the workspace.
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
  const {longestSide, original} = qualityFor(files)
  // By hash, because locales often share a picture.
  const pictures = new Map<string, ShrinkRequest>()
  for (const {path: file, sha256} of files) {
    if (pictures.has(sha256)) continue
    pictures.set(sha256, {path: path.join(workspace, file), longestSide})
  }

  const end = AbortSignal.any([signal, AbortSignal.timeout(together)])
  const made = new Map<string, string>()
  for (const [sha256, picture] of pictures) {
    if (end.aborted) break
    // oxlint-disable-next-line no-await-in-loop -- so that there is one open file and not thousands
    const whole = await pictureAsData(picture.path, original)
    if (whole === null) continue
    made.set(sha256, whole)
    pictures.delete(sha256)
  }
  const shrinker = createShrinker()
  for (const [sha256, picture] of pictures) {
    if (end.aborted) break
    // oxlint-disable-next-line no-await-in-loop -- a second thread would take 80 MB more
    const jpeg = await shrinker.shrink(picture, each, end)
    if (jpeg !== null) made.set(sha256, dataUrl('image/jpeg', jpeg))
  }
  await shrinker.close()
  return withinBudget(files, made)
}

function withinBudget(
  files: readonly ShownFile[],
  made: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const thumbnails = new Map<string, string>()
  let room = MAX_CHARACTERS
  for (const {path: file, sha256} of files) {
    const address = made.get(sha256)
    if (address === undefined || address.length > room) continue
    room -= address.length
    thumbnails.set(file, address)
  }
  return thumbnails
}
