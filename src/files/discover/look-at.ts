import {lstat, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import type {Stats} from 'node:fs'
import type {FoundKind} from '../found-folder.ts'
import {systemErrorText} from '../../core/system-error.ts'

interface Seen {
  readonly kind: FoundKind
  /** Absolute path without links, of what a link leads to. */
  readonly real: string
}

/**
 * Tells what lies at a path, without opening it. Links are followed inside the workspace only.
 *
 * @param file Absolute, in a folder whose path has no links.
 * @param workspace Absolute path without links.
 * @param linkedFrom Real folders of the links that led here.
 */
export async function lookAt(
  file: string,
  workspace: string,
  linkedFrom: readonly string[],
): Promise<Seen> {
  try {
    const stats = await lstat(file)
    if (!stats.isSymbolicLink()) return {kind: kindOf(stats), real: file}
    return await follow(file, workspace, [...linkedFrom, path.dirname(file)])
  } catch {
    return {kind: 'unreadable', real: file}
  }
}

/**
 * Tells what a path leads to that has links in it, as {@link lookAt} does.
 *
 * @throws The system's error when something on the way cannot be looked at.
 */
export async function follow(
  file: string,
  workspace: string,
  linkedFrom: readonly string[],
): Promise<Seen> {
  const target = await realpath(file).catch((error: unknown) => brokenLink(error))
  if (typeof target !== 'string') return {kind: target.kind, real: file}
  if (!isWithin(workspace, target)) return {kind: 'outside', real: target}
  const kind = kindOf(await stat(target))
  const loops = kind === 'folder' && linkedFrom.some((folder) => isWithin(target, folder))
  return {kind: loops ? 'link-loop' : kind, real: target}
}

/** Tells whether there is anything at a path, be it a link to nothing. */
export async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
}

/** Tells whether a path is a folder, or lies in it. Both absolute. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
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
