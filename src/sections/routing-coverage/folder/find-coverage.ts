import {isUtf8} from 'node:buffer'
import path from 'node:path'

import prettyBytes from 'pretty-bytes'

import type {Diagnostic} from '../../../core/diagnostic.ts'
import type {Found} from '../../../core/section.ts'
import {blockedEntry} from '../../../files/blocked-entries.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {findFiles} from '../../../files/discover/find-files.ts'
import {notUtf8} from '../../../files/file-diagnostics.ts'
import {sanitisedName} from '../../../files/file-name.ts'
import {readFileOnce} from '../../../files/read-file.ts'
import type {WantedFile} from '../../../places/place.ts'
import {checkGeoJson} from './check-geojson.ts'

/** Where the file lies. */
export interface CoverageFile {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly path: string
}

/** Far more than a map of every country needs, in bytes. Apple states no limit. */
const MAX_BYTES = 20_000_000

/**
 * Reads the routing app coverage file.
 *
 * @throws the signal's reason if it is aborted.
 */
export async function findCoverage(
  {workspace, path: wantedPath}: CoverageFile,
  signal: AbortSignal,
): Promise<Found<WantedFile | null>> {
  const found = await findFiles(wantedPath, workspace, signal)
  if (found === null) return without(missing(wantedPath))
  const [entry] = found.entries
  const isOnly = entry?.path === found.path
  if (!isOnly || entry.kind === 'folder') return without(isFolder(wantedPath))
  if (entry.kind !== 'file') return without(blockedEntry(entry.kind, wantedPath))

  const options = {workspace, maximumSize: MAX_BYTES, keep: {head: MAX_BYTES, tail: 0}, signal}
  const bytes = await readFileOnce(wantedPath, options)
  if ('severity' in bytes) {
    return without(bytes.code === 'file-too-large' ? tooLarge(wantedPath) : bytes)
  }
  const {content, head} = bytes
  if (!isUtf8(head)) return without(notUtf8(wantedPath))
  // A byte order mark is sent, so it has to be seen.
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(head)
  const wrong = checkGeoJson({path: wantedPath, text})
  const file: WantedFile = {
    name: sanitisedName(path.posix.basename(wantedPath)),
    path: wantedPath,
    content,
    mimeType: 'application/geo+json',
    pixels: null,
  }
  return {
    wanted: file,
    locales: [],
    diagnostics: wrong === null ? [] : [wrong],
    summary: `routing app coverage (${prettyBytes(content.size)})`,
  }
}

function without(diagnostic: Diagnostic): Found<null> {
  return {wanted: null, locales: [], diagnostics: [diagnostic], summary: null}
}

function missing(file: string): Diagnostic {
  return errorAt(file, {
    code: 'missing-root',
    what: 'does not exist',
    next: 'add it, check `root`, or remove `routing-coverage` from `manage`',
  })
}

function isFolder(file: string): Diagnostic {
  return errorAt(file, {
    code: 'not-a-file',
    what: 'is a folder, but must be a GeoJSON file',
    next: 'put the file in its place',
  })
}

function tooLarge(file: string): Diagnostic {
  return errorAt(file, {
    code: 'file-too-large',
    what: `has more than ${prettyBytes(MAX_BYTES)}, far more than a map needs`,
    next: 'export it with fewer points',
  })
}
