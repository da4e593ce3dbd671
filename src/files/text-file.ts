import {isUtf8} from 'node:buffer'
import {realpath} from 'node:fs/promises'
import path from 'node:path'

import type {Diagnostic} from '../core/diagnostic.ts'
import {blockedEntry} from './blocked-entries.ts'
import {errorAt} from './diagnostic-at.ts'
import {exists, followLinks} from './discover/inspect-path.ts'
import {gitLfsPointer, notUtf8, unreadable} from './file-diagnostics.ts'
import {GIT_LFS, realFormat} from './formats/real-format.ts'
import {readBytes} from './read-bytes.ts'
import type {FileBytes} from './read-bytes.ts'

/** Much more than any text of a listing. A larger file is a mistake. */
const MAX_BYTES = 1_000_000
const LINE_FEED = 0x0a

/** A text of the folder, normalized. */
export interface TextFile {
  /** Relative to the workspace. */
  readonly path: string
  /**
   * Without a byte order mark, with `\n` line ends, and without trailing white space. Line numbers are those of the
   * file: see {@link lineAt}.
   */
  readonly text: string
}

/**
 * Reads a text file. Like discovery, it never opens links out of the workspace or pipes.
 *
 * @param workspace - Absolute.
 * @param file - Relative to the workspace.
 * @returns the text, which may be empty, or why it cannot be read.
 * @throws the signal's reason if it is aborted.
 */
export async function readTextFile(
  workspace: string,
  file: string,
  signal: AbortSignal,
): Promise<TextFile | Diagnostic> {
  const bytes = await readWhole(workspace, file, signal)
  if ('severity' in bytes) return bytes
  if (realFormat(bytes.head) === GIT_LFS) return gitLfsPointer(file)
  if (!isUtf8(bytes.head)) return notUtf8(file, firstBadLine(bytes.head))
  const text = new TextDecoder().decode(bytes.head).replaceAll('\r\n', '\n').trimEnd()
  return {path: file, text}
}

/** The line number of an offset in a text, from 1. @param offset - In UTF-16 code units. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

async function readWhole(
  workspace: string,
  file: string,
  signal: AbortSignal,
): Promise<FileBytes | Diagnostic> {
  try {
    const place = path.join(workspace, file)
    const {kind, real} = await followLinks(place, await realpath(workspace), [])
    // Since discovery it may have been removed or replaced by a folder.
    if (kind === 'folder' || !(await exists(place))) return unreadable(file, null)
    if (kind !== 'file') return blockedEntry(kind, file)
    const keep = {head: MAX_BYTES, tail: 0}
    const bytes = await readBytes(real, {maximumSize: MAX_BYTES, keep, signal})
    return 'tooLarge' in bytes ? tooLong(file, bytes.tooLarge) : bytes
  } catch (error) {
    signal.throwIfAborted()
    return unreadable(file, error)
  }
}

/** A multi-byte character never contains a line feed byte, so each line can be checked by itself. */
function firstBadLine(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(LINE_FEED, start)
    const end = found === -1 ? bytes.length : found
    if (!isUtf8(bytes.subarray(start, end))) break
    start = end + 1
  }
  return line
}

function tooLong(file: string, size: number): Diagnostic {
  return errorAt(file, {
    code: 'file-too-large',
    what: `has ${size} bytes, more than any text in the App Store`,
    next: 'check that it is the right file',
  })
}
