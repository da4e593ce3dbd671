import type {Diagnostic} from '../../../core/diagnostic.ts'
import {truncated, wrongFormat} from '../../../files/file-diagnostics.ts'
import {splitName} from '../../../files/file-name.ts'
import {createBoxScan} from '../../../files/formats/box-scan.ts'
import {MP4, QUICKTIME, realFormat} from '../../../files/formats/real-format.ts'
import type {RealFormat} from '../../../files/formats/real-format.ts'
import {videoFacts} from '../../../files/formats/video-facts.ts'
import type {VideoFacts} from '../../../files/formats/video-facts.ts'
import type {Content} from '../../../files/read-bytes.ts'
import {readFileOnce} from '../../../files/read-file.ts'
import {MEDIA_LIMITS} from '../facts/limits.ts'

export interface ReadOptions {
  /** Absolute. */
  readonly workspace: string
  readonly signal: AbortSignal
}

export interface Preview {
  readonly content: Content
  readonly facts: VideoFacts
  /** A wrong file name extension, which is not an error. */
  readonly warnings: readonly Diagnostic[]
}

/** The facts of a video are in a box that is kept separately. */
const KEPT = {head: 64, tail: 0}

const VIDEOS: readonly RealFormat[] = [MP4, QUICKTIME]

/**
 * Reads a video once, from start to end, in constant memory.
 *
 * @param file - Relative to the workspace.
 * @returns its content and facts, or why it cannot be read.
 */
export async function readPreview(
  options: ReadOptions,
  file: string,
): Promise<Preview | Diagnostic> {
  const scan = createBoxScan()
  const bytes = await readFileOnce(file, {
    ...options,
    maximumSize: MEDIA_LIMITS.preview.maximumFileSize,
    keep: KEPT,
    observe: scan.push,
  })
  if ('severity' in bytes) return bytes
  const format = realFormat(bytes.head)
  const extension = splitName(file).extension.toLowerCase()
  if (format === undefined || !VIDEOS.includes(format)) {
    return wrongFormat(file, extension, format, VIDEOS)
  }
  const {movie, complete} = scan.result()
  // The movie box is often written last, so an interrupted recording has none.
  if (!complete || movie === null) return truncated(file)

  // Only a warning: both are the same family of containers, and Apple is not known to compare the extension with the
  // brand.
  const warnings = format.extensions.includes(extension)
    ? []
    : [{...wrongFormat(file, extension, format, VIDEOS), severity: 'warning'} as const]
  return {content: bytes.content, facts: videoFacts(movie), warnings}
}
