import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import path from 'node:path'
import {Worker} from 'node:worker_threads'

import type {DesiredFile} from '../../model/listing.ts'
import type {Run} from '../../model/run.ts'
import type {Picture, Share, Shrunk} from './worker/index.ts'

/** What all thumbnails of a report may take, in characters; browsers and the artifact viewer bear that. */
const MOST_CHARACTERS = 8_000_000

/**
 * How long thumbnails may take, in milliseconds; what is left then has none. Apple has a picture of what stays as it
 * is, and a run that changes nothing should end soon.
 */
const PATIENCE = {changing: 20_000, staying: 2000}

/** Twice what Apple's largest screenshots have: a small file can hold pixels for all the memory that there is. */
const MOST_PIXELS = 2 * 3840 * 2160

const MOST_WORKERS = 2
/** So many pictures take as long as another worker takes to start. */
const PICTURES_PER_WORKER = 4

/** Pixels of the longer side: sharp where few pictures are shown, small where many are. */
const FEW = {most: 100, longest: 640}
const MANY_LONGEST = 400

/** Beside this file in the sources, and beside the bundle as well: `npm run build` bundles it by itself. */
const WORKER = new URL(`worker/index${path.extname(import.meta.url)}`, import.meta.url)

/**
 * Makes small pictures of the screenshots of a run, what changes first, as far as room and time allow. Videos have
 * none.
 *
 * @param workspace - Absolute.
 * @returns `data:` addresses of JPEGs by the file's path relative to the workspace.
 * @throws whatever keeps a worker from starting, or the reason of the signal.
 */
export async function readThumbnails(
  {listing, plan}: Run,
  workspace: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const staying = new Set((plan?.unchanged ?? []).map((file) => file.path))
  const files = listing.sets
    .filter(({medium}) => medium === 'screenshot')
    .flatMap((set) => set.files)
    .filter(({pixels}) => pixels !== null && pixels.width * pixels.height <= MOST_PIXELS)
    .toSorted((one, other) => Number(staying.has(one.path)) - Number(staying.has(other.path)))

  const start = Date.now()
  // Locales often share a picture.
  const pictures = new Map<string, Picture>()
  for (const {path: file, content} of files) {
    if (pictures.has(content.sha256)) continue
    const patience = staying.has(file) ? PATIENCE.staying : PATIENCE.changing
    pictures.set(content.sha256, {
      sha256: content.sha256,
      path: path.join(workspace, file),
      until: start + patience,
    })
  }
  const longest = files.length <= FEW.most ? FEW.longest : MANY_LONGEST
  return withinRoom(files, await shrink([...pictures.values()], longest, signal))
}

/** @returns JPEGs by the SHA-256 of the picture that they show. */
async function shrink(
  pictures: readonly Picture[],
  longest: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = Math.ceil(pictures.length / PICTURES_PER_WORKER)
  const count = Math.min(wanted, availableParallelism(), MOST_WORKERS)
  const jpegs = new Map<string, Uint8Array>()
  await Promise.all(
    Array.from({length: count}, async (_, turn) => {
      const share: Share = {
        pictures: pictures.filter((__, index) => index % count === turn),
        longest,
      }
      // What the decoder says of damaged files is not for the log of the run.
      const worker = new Worker(WORKER, {workerData: share, stdout: true, stderr: true})
      worker.on('message', ({sha256, jpeg}: Shrunk) => jpegs.set(sha256, jpeg))
      // Only this ends a worker in the middle of a picture.
      signal.addEventListener('abort', () => void worker.terminate(), {once: true})
      await once(worker, 'exit', {signal})
    }),
  )
  return jpegs
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
