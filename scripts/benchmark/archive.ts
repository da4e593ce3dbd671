import {createHash} from 'node:crypto'
import {mkdir, open} from 'node:fs/promises'
import path from 'node:path'

import type {ListedFile} from '../../simulator/entities/planting.ts'
import type {PartDigest} from '../../simulator/store/vessel.ts'
import {inWorkspace} from './in-workspace.ts'
import {measureRun} from './measure-run.ts'
import type {Measured} from './measure-run.ts'

const CHUNK_BYTES = 4 * 1024 * 1024
const PART_BYTES = 64 * 1024 * 1024
/** Milliseconds after which a run hangs that has not ended. */
const HANGS_AFTER = 60 * 60 * 1000

/**
 * Measures the first upload of an asset pack that no disk of the store has to hold: it keeps the hash of each part.
 *
 * @param gigabytes - Of the archive, which has one byte more. On disk it takes next to nothing.
 * @returns the measures, with the number of parts.
 * @throws if the store has received anything else than the archive.
 */
export async function measureArchive(
  gigabytes: number,
): Promise<Measured & {readonly parts: number}> {
  return inWorkspace({storeBytes: 'digests', partSize: PART_BYTES}, async (workspace, store) => {
    const file = await makeArchive(workspace, gigabytes * 1_000_000_000 + 1)
    const inputs = {manage: 'background-assets'}
    const run = await measureRun(workspace, store, inputs, undefined, HANGS_AFTER)
    return {...run, parts: await mustHaveArrived(file, await store.archives())}
  })
}

/**
 * Makes an asset pack of holes, in which each part has bytes of its own: one that is read from elsewhere is found.
 *
 * @param bytes - Of the archive.
 * @returns the absolute path of the archive.
 */
async function makeArchive(workspace: string, bytes: number): Promise<string> {
  const folder = path.join(workspace, 'background-assets')
  await mkdir(folder)
  const file = path.join(folder, 'Levels.aar')
  await using handle = await open(file, 'w')
  await handle.truncate(bytes)
  for (let offset = 0; offset < bytes; offset += PART_BYTES) {
    const mark = Buffer.from(`part at ${offset}`).subarray(0, bytes - offset)
    await handle.write(mark, 0, mark.length, offset)
  }
  return file
}

/**
 * Compares what the store has received with the archive: every part, and the checksum of the commit.
 *
 * @returns the number of parts.
 * @throws if anything differs.
 */
async function mustHaveArrived(file: string, archives: readonly ListedFile[]): Promise<number> {
  const [archive] = archives
  if (archive === undefined || archives.length !== 1) {
    throw new Error(`The store has ${archives.length} archives.`)
  }
  const digests = (archive.digests ?? []).toSorted((one, other) => one.offset - other.offset)
  const {whole, parts} = await hashParts(file, digests)
  const wrong = digests.filter(({sha256}, index) => sha256 !== parts[index])
  if (wrong.length > 0) throw new Error(`The part at ${wrong[0]?.offset} has arrived differently.`)
  if (whole !== archive.checksum) throw new Error('The checksum of the commit is not the file’s.')
  return digests.length
}

/** Hashes a file and its parts in one go. @throws if the parts do not cover it without gaps. */
async function hashParts(file: string, parts: readonly PartDigest[]) {
  await using handle = await open(file)
  const whole = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const hashes: string[] = []
  let position = 0
  for (const {offset, length} of parts) {
    if (offset !== position) throw new Error(`A part begins at ${offset}, not at ${position}.`)
    const part = createHash('sha256')
    for (const end = offset + length; position < end;) {
      const {bytesRead} = await handle.read(
        chunk,
        0,
        Math.min(chunk.length, end - position),
        position,
      )
      if (bytesRead === 0) throw new Error(`The file ends at ${position}, before its parts.`)
      const piece = chunk.subarray(0, bytesRead)
      part.update(piece)
      whole.update(piece)
      position += bytesRead
    }
    hashes.push(part.digest('hex'))
  }
  const {size} = await handle.stat()
  if (position !== size) throw new Error(`The parts cover ${position} of ${size} bytes.`)
  return {whole: whole.digest('hex'), parts: hashes}
}
