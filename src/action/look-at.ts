import {lstat, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import type {Stats} from 'node:fs'
import type {FoundKind} from '../model/found-folder.ts'
import {systemErrorText} from '../model/system-error.ts'

interface Seen {
  readonly kind: FoundKind
  /** Absolute path without links, of what a link leads to. */
  readonly real: string
}

/**
 * Tells what lies at a path, without opening it. Links are followed inside the workspace only.
 *
 * @param workspace Absolute path without links.
 * @param linkedFrom Real folders of the links that led here.
 * @returns null when there is nothing at the path.
 */
export async function lookAt(
  file: string,
  workspace: string,
  linkedFrom: readonly string[],
): Promise<Seen | null> {
  try {
    const stats = await lstat(file)
    if (!stats.isSymbolicLink()) return withinOrOutside(file, stats, workspace)
    const folders = [...linkedFrom, await realpath(path.dirname(file))]
    return await followLink(file, workspace, folders)
  } catch (error) {
    return isMissing(error) ? null : {kind: 'unreadable', real: file}
  }
}

/** Tells whether a path is a folder, or lies in it. Both absolute. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

async function withinOrOutside(file: string, stats: Stats, workspace: string): Promise<Seen> {
  // A folder above may be a link even where this entry is none.
  const real = await realpath(file)
  return isWithin(workspace, real) ? {kind: kindOf(stats), real} : {kind: 'outside', real}
}

async function followLink(
  link: string,
  workspace: string,
  linkedFrom: readonly string[],
): Promise<Seen> {
  const target = await realpath(link).catch((error: unknown) => brokenLink(error))
  if (typeof target !== 'string') return {kind: target.kind, real: link}
  if (!isWithin(workspace, target)) return {kind: 'outside', real: target}
  const kind = kindOf(await stat(target))
  const loops = kind === 'folder' && linkedFrom.some((folder) => isWithin(target, folder))
  return {kind: loops ? 'link-loop' : kind, real: target}
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
