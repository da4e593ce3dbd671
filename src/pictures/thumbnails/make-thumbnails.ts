import {availableParallelism} from 'node:os'
import path from 'node:path'

import type {DesiredFile} from '../../sections/media/listing.ts'
import {createShrinker} from './shrinker.ts'
import type {Picture} from './worker/index.ts'

/** What all thumbnails of a report may take, in characters; browsers and the artifact viewer bear that. */
const MOST_CHARACTERS = 8_000_000

/** How long decoding may take, in milliseconds: a small file can be made to keep a decoder busy for minutes. */
export interface Patience {
  readonly each: number
  readonly together: number
}

const PATIENCE: Patience = {each: 5000, together: 20_000}

/** Twice what Apple's largest screenshots have: a small file can hold pixels for all the memory that there is. */
const MOST_PIXELS = 2 * 3840 * 2160

const MOST_WORKERS = 2
/** So many pictures take as long as another worker takes to start. */
const PICTURES_PER_WORKER = 4

/** Pixels of the longer side: sharp where few pictures are shown, small where many are. */
const FEW = {most: 100, longest: 640}
const MANY_LONGEST = 400

/**
 * Makes small pictures of screenshots, in their order, as far as room and time allow. Videos have none.
 *
 * @param workspace - Absolute.
 * @param signal - Ends it at once; what is made by then is kept.
 * @returns `data:` addresses of JPEGs by the file's path relative to the workspace.
 */
export async function makeThumbnails(
  screenshots: readonly DesiredFile[],
  workspace: string,
  signal: AbortSignal,
  {each, together}: Patience = PATIENCE,
): Promise<ReadonlyMap<string, string>> {
  const files = screenshots.filter(
    ({pixels}) => pixels !== null && pixels.width * pixels.height <= MOST_PIXELS,
  )
  const longest = files.length <= FEW.most ? FEW.longest : MANY_LONGEST
  // Locales often share a picture.
  const pictures = new Map<string, Picture>()
  for (const {path: file, content} of files) {
    if (pictures.has(content.sha256)) continue
    pictures.set(content.sha256, {path: path.join(workspace, file), longest})
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
    MOST_WORKERS,
  )
  await Promise.all(Array.from({length: count}, work))
  return withinRoom(files, jpegs)
}

function withinRoom(
  files: readonly DesiredFile[],
  jpegs: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, string> {
  const thumbnails = new Map<string, string>()
  let room = MOST_CHARACTERS
  for (const {path: file, content} of files) {
    const jpeg = jpegs.get(content.sha256)
    if (jpeg === undefined) continue
    const address = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`
    if (address.length > room) continue
    room -= address.length
    thumbnails.set(file, address)
  }
  return thumbnails
}
