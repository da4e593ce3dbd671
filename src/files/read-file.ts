import path from 'node:path'

import type {Diagnostic} from '../core/diagnostic.ts'
import {emptyFile, gitLfsPointer, tooLarge, unreadable} from './file-diagnostics.ts'
import {GIT_LFS, realFormat} from './formats/real-format.ts'
import {readBytes} from './read-bytes.ts'
import type {FileBytes} from './read-bytes.ts'

export interface ReadFileOptions {
  /** Absolute. */
  readonly workspace: string
  /** In bytes. A larger file is not read, because Apple would not accept it. */
  readonly maximumSize: number
  /** How many of the first and last bytes to keep. */
  readonly keep: {readonly head: number; readonly tail: number}
  /** Called with every piece, in order. The buffer of a piece is reused, so copy what you keep. */
  readonly observe?: (piece: Buffer) => void
  readonly signal: AbortSignal
}

/**
 * Reads a file once, from start to end, in constant memory.
 *
 * @param file - Relative to the workspace, as discovery found it.
 * @returns its hashes and what is kept of it, or why it cannot be sent.
 * @throws the signal's reason if it is aborted.
 */
export async function readFileOnce(
  file: string,
  {workspace, ...options}: ReadFileOptions,
): Promise<FileBytes | Diagnostic> {
  try {
    const bytes = await readBytes(path.join(workspace, file), options)
    if ('tooLarge' in bytes) return tooLarge(file, bytes.tooLarge, options.maximumSize)
    if (bytes.content.size === 0) return emptyFile(file)
    return realFormat(bytes.head) === GIT_LFS ? gitLfsPointer(file) : bytes
  } catch (error) {
    options.signal.throwIfAborted()
    return unreadable(file, error)
  }
}
