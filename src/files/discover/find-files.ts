import {realpath} from 'node:fs/promises'
import path from 'node:path'
import {create} from '@actions/glob'
import type {FoundEntry, FoundFolder} from '../found-folder.ts'
import {systemErrorText} from '../../core/system-error.ts'
import {isWithin} from '../../core/is-within.ts'
import {exists, followLinks, inspectPath} from './inspect-path.ts'

// More than 50 locales × 33 types × 10 screenshots with their folders.
const MAX_ENTRIES = 30_000

/** `iMessage/<locale>/<type>/<file>` is the deepest path of the layout. */
const LEVELS = 4

const UNREADABLE = {kind: 'unreadable', real: ''} as const

interface ListedFile {
  /** Absolute. */
  readonly path: string
  readonly readable: boolean
}

interface Folder {
  /** The path to report for the entries, relative to the workspace. Differs from `real` below a symbolic link. */
  readonly shown: string
  readonly real: string
  /** How many levels below it to list. */
  readonly levels: number
  /** Real folders of the links that led here, to detect loops. */
  readonly linkedFrom: readonly string[]
}

/**
 * Lists what is below a root, as deep as the layout goes, without hidden files. Symbolic links are followed as long
 * as they stay inside the workspace, and their targets are listed under the path of the link.
 *
 * @param root - As in the input: absolute, or relative to the workspace. Never interpreted as a pattern.
 * @param workspace - Absolute.
 * @returns null if nothing exists at the path.
 * @throws the signal's reason soon after it is aborted.
 */
export async function findFiles(
  root: string,
  workspace: string,
  signal: AbortSignal,
): Promise<FoundFolder | null> {
  const realWorkspace = await realpath(workspace)
  const directory = path.resolve(workspace, root)
  const folder = path.relative(workspace, directory).split(path.sep).join('/')
  if (!isWithin(workspace, directory)) return only(folder, 'outside')

  if (!(await exists(directory))) return null
  const found = await followLinks(directory, realWorkspace, []).catch(() => UNREADABLE)
  if (found.kind !== 'folder') return only(folder, found.kind)

  const entries: FoundEntry[] = []
  const folders: Folder[] = [{shown: folder, real: found.real, levels: LEVELS, linkedFrom: []}]
  // Grows during the loop: each link to a folder adds one.
  for (const {shown, real, levels, linkedFrom} of folders) {
    // oxlint-disable-next-line no-await-in-loop -- in order, so that every run finds the same
    const files = await list(real, {levels, most: MAX_ENTRIES - entries.length, signal})
    if (files === null) return only(folder, 'too-many')
    for (const file of files) {
      signal.throwIfAborted()
      const place = path.posix.join(shown, path.relative(real, file.path).split(path.sep).join('/'))
      // oxlint-disable-next-line no-await-in-loop
      const entry = await inspectPath(file.path, realWorkspace, linkedFrom)
      entries.push({path: place, kind: file.readable ? entry.kind : 'unreadable'})
      if (entry.kind === 'folder' && entry.real !== file.path && depth(folder, place) <= 2) {
        const from = [...linkedFrom, path.dirname(file.path)]
        const left = LEVELS - depth(folder, place)
        folders.push({shown: place, real: entry.real, levels: left, linkedFrom: from})
      }
    }
  }
  return {path: folder, entries}
}

/** `<locale>/<type>` is the deepest folder of the layout: links below it are not followed. */
function depth(folder: string, place: string): number {
  return path.posix.relative(folder, place).split('/').length
}

function only(folder: string, kind: FoundEntry['kind']): FoundFolder {
  return {path: folder, entries: [{path: folder, kind}]}
}

/** @returns null as soon as there are more than `most`. */
async function list(
  directory: string,
  {
    levels,
    most,
    signal,
  }: {readonly levels: number; readonly most: number; readonly signal: AbortSignal},
): Promise<readonly ListedFile[] | null> {
  const start = literally(directory)
  const patterns = Array.from(
    {length: levels},
    (_, level) => start + `${path.sep}*`.repeat(level + 1),
  )
  const globber = await create(patterns.join('\n'), {
    followSymbolicLinks: false,
    implicitDescendants: false,
    // The root itself may be hidden.
    excludeHiddenFiles: !path.basename(directory).startsWith('.'),
  })
  const files: ListedFile[] = []
  try {
    for await (const file of globber.globGenerator()) {
      signal.throwIfAborted()
      if (!file.startsWith(directory + path.sep) || isHidden(directory, file)) continue
      if (files.length === most) return null
      files.push({path: file, readable: true})
    }
    return files
  } catch (error) {
    signal.throwIfAborted()
    // One folder that cannot be listed, or one name that is not UTF-8, ends the search: it is an error anyway.
    const culprit = systemErrorText(error, 'path') || directory
    return [{path: isWithin(directory, culprit) ? culprit : directory, readable: false}]
  }
}

/** Escapes pattern characters. A newline would end the pattern, so `?` (any character) replaces it. */
function literally(directory: string): string {
  const escaped = path.sep === '\\' ? directory : directory.replaceAll('\\', String.raw`\\`)
  return escaped.replaceAll(/[[?*]/g, '[$&]').replaceAll('\n', '?')
}

function isHidden(directory: string, file: string): boolean {
  return path
    .relative(directory, file)
    .split(path.sep)
    .some((name) => name.startsWith('.'))
}
