import {isUtf8} from 'node:buffer'
import {stat} from 'node:fs/promises'
import path from 'node:path'

import pLimit from 'p-limit'
import prettyBytes from 'pretty-bytes'

import {MAX_PACKS, MAX_TOTAL_BYTES} from '../../../apple/background-assets.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {plural} from '../../../core/plural.ts'
import type {Found} from '../../../core/section.ts'
import {blockedEntry} from '../../../files/blocked-entries.ts'
import {inOrder} from '../../../files/diagnostic-order.ts'
import {findFiles} from '../../../files/discover/find-files.ts'
import {notUtf8} from '../../../files/file-diagnostics.ts'
import {byNaturalOrder} from '../../../files/file-name.ts'
import {readFileOnce} from '../../../files/read-file.ts'
import {treeOf} from '../../../files/tree.ts'
import type {WantedFile} from '../../../places/place.ts'
import type {WantedPack, WantedPacks} from '../packs.ts'
import {checkManifest} from './check-manifest.ts'
import {missingFolder, noPacks, rootIsFile, tooManyPacks, tooMuch} from './layout-diagnostics.ts'
import {packsLayout} from './layout.ts'
import type {PackFiles} from './layout.ts'

export interface PacksFolder {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly path: string
}

/** Hashing is what takes time, and one archive keeps a core busy. */
const PACKS_AT_A_TIME = 2
/** Enough to recognise a Git LFS pointer. */
const KEPT_BYTES = 1024
/** Far more than a manifest needs. Apple states no limit. */
const MAX_MANIFEST_BYTES = 20_000_000

/** Reads the asset packs of a folder, each archive once and in constant memory. */
export async function findPacks(
  {workspace, path: folder}: PacksFolder,
  signal: AbortSignal,
): Promise<Found<WantedPacks | null>> {
  const found = await findFiles(folder, workspace, signal)
  if (found === null) return without([missingFolder(folder)])
  const root = treeOf(found)
  if (root.kind === 'file') return without([rootIsFile(folder)])
  if (root.kind !== 'folder') return without([blockedEntry(root.kind, folder)])

  const {packs: listed, diagnostics} = packsLayout(root)
  if (listed.length === 0) {
    return without(diagnostics.length > 0 ? diagnostics : [noPacks(folder)])
  }
  const tooLarge = await limitsExceeded(folder, listed, workspace)
  if (tooLarge.length > 0) return without(inOrder([...diagnostics, ...tooLarge]))

  const limit = pLimit(PACKS_AT_A_TIME)
  const read = await Promise.all(
    listed.map((pack) => limit(() => readPack(pack, {workspace, signal}))),
  )
  const packs = read
    .flatMap(({pack}) => (pack === null ? [] : [pack]))
    .toSorted((one, other) => byNaturalOrder(one.id, other.id))
  const bytes = packs.reduce((sum, {archive}) => sum + archive.content.size, 0)
  return {
    wanted: {folder, packs},
    locales: [],
    diagnostics: inOrder([...diagnostics, ...read.flatMap((each) => each.diagnostics)]),
    summary: `${plural(packs.length, 'asset pack')} (${prettyBytes(bytes)})`,
  }
}

function without(diagnostics: readonly Diagnostic[]): Found<null> {
  return {wanted: null, locales: [], diagnostics, summary: null}
}

/** Looks at sizes only: what is too much is not worth hours of hashing. */
async function limitsExceeded(
  folder: string,
  packs: readonly PackFiles[],
  workspace: string,
): Promise<readonly Diagnostic[]> {
  const sizes = await Promise.all(
    packs.map(async ({archive}) => {
      const stats = await stat(path.join(workspace, archive)).catch(() => null)
      return stats?.size ?? 0
    }),
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return [
    ...(bytes > MAX_TOTAL_BYTES ? [tooMuch(folder, bytes)] : []),
    ...(packs.length > MAX_PACKS ? [tooManyPacks(folder, packs.length)] : []),
  ]
}

interface ReadPack {
  /** Null if it cannot be sent. */
  readonly pack: WantedPack | null
  readonly diagnostics: readonly Diagnostic[]
}

interface ReadOptions {
  readonly workspace: string
  readonly signal: AbortSignal
}

async function readPack(
  {id, archive, manifest}: PackFiles,
  options: ReadOptions,
): Promise<ReadPack> {
  const [file, beside] = await Promise.all([
    readArchive(archive, options),
    manifest === null ? null : readManifest(manifest, id, options),
  ])
  const diagnostics = [file, beside].filter((each) => each !== null && 'severity' in each)
  if ('severity' in file || (beside !== null && 'severity' in beside)) {
    return {pack: null, diagnostics}
  }
  return {pack: {id, archive: file, manifest: beside}, diagnostics: []}
}

async function readArchive(
  file: string,
  {workspace, signal}: ReadOptions,
): Promise<WantedFile | Diagnostic> {
  const bytes = await readFileOnce(file, {
    workspace,
    maximumSize: MAX_TOTAL_BYTES,
    keep: {head: KEPT_BYTES, tail: 0},
    signal,
  })
  if ('severity' in bytes) return bytes
  return {
    name: path.posix.basename(file),
    path: file,
    content: bytes.content,
    mimeType: 'application/octet-stream',
    pixels: null,
  }
}

async function readManifest(
  file: string,
  id: string,
  {workspace, signal}: ReadOptions,
): Promise<WantedFile | Diagnostic> {
  const keep = {head: MAX_MANIFEST_BYTES, tail: 0}
  const options = {workspace, maximumSize: MAX_MANIFEST_BYTES, keep, signal}
  const bytes = await readFileOnce(file, options)
  if ('severity' in bytes) return bytes
  if (!isUtf8(bytes.head)) return notUtf8(file)
  const wrong = checkManifest({path: file, text: new TextDecoder().decode(bytes.head)}, id)
  if (wrong !== null) return wrong
  return {
    name: path.posix.basename(file),
    path: file,
    content: bytes.content,
    mimeType: 'application/json',
    pixels: null,
  }
}
