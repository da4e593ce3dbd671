import path from 'node:path'
import pLimit from 'p-limit'
import type {DesiredFile} from '../../model/listing.ts'
import type {Run} from '../../model/run.ts'
import type {Thumbnail, Thumbnails} from '../../model/thumbnail.ts'
import {readPicture} from './read-picture.ts'
import type {ReadPicture} from './read-picture.ts'

/** What all pictures of a report may take, in characters; mail and the artifact viewer bear that. */
const MOST_CHARACTERS = 8_000_000
/**
 * How long thumbnails may take, in milliseconds; what is left then has none. What Apple has a picture of is worth less
 * waiting: a run that changes nothing should end at once.
 */
const PATIENCE = {new: 5000, shown: 1000}
/** One is read while Node inflates it beside our thread; more would only take memory. */
const FILES_AT_A_TIME = 1

/** Pixels of the longer side: sharp where few pictures are shown, small where many are. */
const FEW = {most: 100, longest: 600}
const MANY_LONGEST = 400

/**
 * Small pictures of the screenshots of a run, as far as room and time allow: what changes goes first, and what cannot
 * be made small last, the smallest first. Videos have none.
 */
export async function readThumbnails(run: Run, workspace: string): Promise<Thumbnails> {
  const changed = new Set(
    (run.plan?.steps ?? []).flatMap((step) => (step.kind === 'upload' ? [step.path] : [])),
  )
  const shown = new Set(
    (run.plan?.unchanged ?? []).flatMap(({path: file, assetId}) =>
      run.images.has(assetId) ? [file] : [],
    ),
  )
  const files = run.listing.sets
    .filter(({medium}) => medium === 'screenshot')
    .flatMap((set) => set.files)
    .toSorted((one, other) => rank(changed, one) - rank(changed, other))
  const longest = files.length <= FEW.most ? FEW.longest : MANY_LONGEST
  const start = performance.now()
  const isLate = ({path: file}: DesiredFile) =>
    performance.now() - start > (shown.has(file) ? PATIENCE.shown : PATIENCE.new)
  const limit = pLimit(FILES_AT_A_TIME)
  // Locales often share a picture.
  const byContent = new Map<string, Promise<ReadPicture>>()
  const read = await limit.map(files, async (file): Promise<ReadyFile> => {
    const known = byContent.get(file.content.sha256)
    if (known === undefined && isLate(file)) return {file, picture: NONE}
    const picture = known ?? readPicture(path.join(workspace, file.path), longest)
    byContent.set(file.content.sha256, picture)
    return {file, picture: await picture}
  })
  return withinRoom(read)
}

interface ReadyFile {
  readonly file: DesiredFile
  readonly picture: ReadPicture
}

function withinRoom(read: readonly ReadyFile[]): Thumbnails {
  const inOrder = [
    ...read.filter(({picture}) => !picture.isOriginal),
    ...read.filter(({picture}) => picture.isOriginal).toSorted(bySize),
  ]
  const thumbnails = new Map<string, Thumbnail>()
  let room = MOST_CHARACTERS
  for (const {file, picture} of inOrder) {
    const {source, width, height} = picture
    const fits = source !== null && source.length <= room
    if (fits) room -= source.length
    thumbnails.set(file.path, {source: fits ? source : null, width, height})
  }
  return thumbnails
}

function bySize(one: ReadyFile, other: ReadyFile): number {
  return (one.picture.source?.length ?? 0) - (other.picture.source?.length ?? 0)
}

function rank(changed: ReadonlySet<string>, {path: file}: DesiredFile): number {
  return changed.has(file) ? 0 : 1
}

const NONE: ReadPicture = {source: null, width: 0, height: 0, isOriginal: false}
