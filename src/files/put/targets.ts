import {readdir, realpath} from 'node:fs/promises'
import path from 'node:path'

import type {Diagnostic} from '../../core/diagnostic.ts'
import {isWithin} from '../../core/is-within.ts'
import type {PulledContent, PulledFile} from '../../core/pulled.ts'
import {systemErrorText} from '../../core/system-error.ts'
import {blockedEntry} from '../blocked-entries.ts'
import {errorAt} from '../diagnostic-at.ts'
import {inspectPath} from '../discover/inspect-path.ts'
import {unreadable} from '../file-diagnostics.ts'

/** Where a file goes. */
export interface Target {
  readonly file: PulledFile
  /** Absolute path without links. Its folders may be missing. */
  readonly real: string
  /** Whether a file is there already. */
  readonly exists: boolean
}

/**
 * Finds out where files go, and what is in the way. Links are followed inside the workspace only. Names that differ only
 * in case are one file on some systems, so no second one is made beside another.
 *
 * @param workspace - Absolute.
 */
export async function findTargets(
  files: readonly PulledFile[],
  workspace: string,
): Promise<{readonly targets: readonly Target[]; readonly obstacles: readonly Diagnostic[]}> {
  const root = await realpath(workspace)
  const namesIn = rememberNames()
  const found = await Promise.all(files.map((file) => findTarget(file, {workspace, root, namesIn})))
  const targets = new Map<string, Target>()
  const obstacles: Diagnostic[] = []
  for (const each of found) {
    if ('severity' in each) {
      obstacles.push(each)
      continue
    }
    const key = nameKey(each.real)
    const other = targets.get(key)
    if (other === undefined) targets.set(key, each)
    else if (!isSame(other.file.content, each.file.content)) {
      obstacles.push(sameFile(each.file.path, other.file.path))
    }
  }
  return {targets: [...targets.values()], obstacles}
}

interface Context {
  readonly workspace: string
  /** The workspace without links. */
  readonly root: string
  /** The names in a folder; null if it does not exist. */
  readonly namesIn: (folder: string) => Promise<readonly string[] | null>
}

async function findTarget(
  file: PulledFile,
  {workspace, root, namesIn}: Context,
): Promise<Target | Diagnostic> {
  const steps = file.path.split('/')
  if (!isWithin(workspace, path.resolve(workspace, file.path))) {
    return blockedEntry('outside', file.path)
  }
  let folder = root
  for (const [index, name] of steps.entries()) {
    const shown = steps.slice(0, index + 1).join('/')
    const rest = steps.slice(index)
    try {
      // oxlint-disable-next-line no-await-in-loop -- each folder is in the one before it
      const names = await namesIn(folder)
      if (names === null) return {file, real: path.join(folder, ...rest), exists: false}
      if (!names.includes(name)) {
        const twin = names.find((each) => nameKey(each) === nameKey(name))
        return twin === undefined
          ? {file, real: path.join(folder, ...rest), exists: false}
          : otherCase(shown, twin)
      }
      // oxlint-disable-next-line no-await-in-loop
      const {kind, real} = await inspectPath(path.join(folder, name), root, [])
      if (kind !== 'file' && kind !== 'folder') return blockedEntry(kind, shown)
      const isLast = rest.length === 1
      if (isLast !== (kind === 'file')) return inTheWay(shown, kind)
      if (isLast) return {file, real, exists: true}
      folder = real
    } catch (error) {
      return unreadable(shown, error)
    }
  }
  throw new Error('A file without a name cannot be written.')
}

function rememberNames(): Context['namesIn'] {
  const known = new Map<string, Promise<readonly string[] | null>>()
  return (folder) => {
    const names =
      known.get(folder) ??
      readdir(folder).catch((error: unknown) => {
        if (systemErrorText(error, 'code') === 'ENOENT') return null
        throw error
      })
    known.set(folder, names)
    return names
  }
}

/** Equal for names that are the same on some systems. */
function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function isSame(one: PulledContent, other: PulledContent): boolean {
  if ('text' in one || 'text' in other) {
    return 'text' in one && 'text' in other && one.text === other.text
  }
  return one.md5 !== null && one.md5 === other.md5
}

function sameFile(place: string, other: string): Diagnostic {
  return errorAt(place, {
    code: 'same-file-twice',
    what: `is the same file as ${other}, but App Store Connect does not have the same for both`,
    next: 'replace the symbolic link by a folder or file of its own',
  })
}

function otherCase(place: string, twin: string): Diagnostic {
  return errorAt(place, {
    code: 'other-case',
    what: `cannot be made beside ${twin}, whose name differs only in upper and lower case`,
    next: `rename ${twin} to ${path.posix.basename(place)}`,
  })
}

function inTheWay(place: string, kind: 'file' | 'folder'): Diagnostic {
  return errorAt(place, {
    code: 'in-the-way',
    what:
      kind === 'file'
        ? 'is a file, but a folder is needed in its place'
        : 'is a folder, but a file is needed in its place',
    next: 'move it away, or let `root` name another folder',
  })
}
