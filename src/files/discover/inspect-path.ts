import {lstat, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import type {Stats} from 'node:fs'
import {isWithin} from '../../core/is-within.ts'
import type {FoundKind} from '../found-folder.ts'
import {systemErrorText} from '../../core/system-error.ts'

interface Inspected {
  readonly kind: FoundKind
  /** Absolute path without links. For a link, of its target. */
  readonly real: string
}

/**
 * What is at a path, without opening it. Links are followed inside the workspace only.
 *
 * @param file - Absolute, in a folder whose path has no links.
 * @param workspace - Absolute path without links.
 * @param linkedFrom - Real folders of the links that led here.
 */
export async function inspectPath(
  file: string,
  workspace: string,
  linkedFrom: readonly string[],
): Promise<Inspected> {
  try {
    const stats = await lstat(file)
    if (!stats.isSymbolicLink()) return {kind: kindOf(stats), real: file}
    return await followLinks(file, workspace, [...linkedFrom, path.dirname(file)])
  } catch {
    return {kind: 'unreadable', real: file}
  }
}

/**
 * Like {@link inspectPath}, for a path that may contain links.
 *
 * @throws the system's error if a part of the path cannot be inspected.
 */
export async function followLinks(
  file: string,
  workspace: string,
  linkedFrom: readonly string[],
): Promise<Inspected> {
  const target = await realpath(file).catch((error: unknown) => brokenLink(error))
  if (typeof target !== 'string') return {kind: target.kind, real: file}
  if (!isWithin(workspace, target)) return {kind: 'outside', real: target}
  const kind = kindOf(await stat(target))
  const loops = kind === 'folder' && linkedFrom.some((folder) => isWithin(target, folder))
  return {kind: loops ? 'link-loop' : kind, real: target}
}

/** Whether anything exists at a path, even a broken link. */
export async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
}

function brokenLink(error: unknown): {readonly kind: FoundKind} {
  if (systemErrorText(error, 'code') === 'ELOOP') return {kind: 'link-loop'}
  return {kind: isMissing(error) ? 'broken-link' : 'unreadable'}
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(systemErrorText(error, 'code'))
}

function kindOf(stats: Stats): FoundKind {
  if (stats.isFile()) return 'file'
  return stats.isDirectory() ? 'folder' : 'special'
}
