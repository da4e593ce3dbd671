import path from 'node:path'
import {MEDIA_LIMITS} from '../facts/limits.ts'
import type {PixelSize} from '../../../core/vocabulary.ts'
import type {Medium} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {createBoxScan} from '../../../files/formats/box-scan.ts'
import {splitName} from '../../../files/file-name.ts'
import {
  emptyFile,
  gitLfsPointer,
  tooLarge,
  truncated,
  unreadable,
  wrongFormat,
} from '../../../files/file-diagnostics.ts'
import {imageFacts} from '../../../files/formats/image-facts.ts'
import type {ImageFacts} from '../../../files/formats/image-facts.ts'
import {readBytes} from '../../../files/read-bytes.ts'
import type {Content, FileBytes} from '../../../files/read-bytes.ts'
import {GIT_LFS, JPEG, MP4, PNG, QUICKTIME, realFormat} from '../../../files/formats/real-format.ts'
import type {RealFormat} from '../../../files/formats/real-format.ts'
import {videoFacts} from '../../../files/formats/video-facts.ts'
import type {VideoFacts} from '../../../files/formats/video-facts.ts'

export interface ReadOptions {
  /** Absolute. */
  readonly workspace: string
  readonly signal: AbortSignal
}

export interface Screenshot {
  readonly content: Content
  readonly facts: ImageFacts & {readonly size: PixelSize}
  /** What is wrong with the file although it can be read. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface Preview {
  readonly content: Content
  readonly facts: VideoFacts
  /** A wrong file name extension, which is not an error. */
  readonly warnings: readonly Diagnostic[]
}

/**
 * How much to keep. The facts of an image are before its pixels, after metadata that may be large, and the end shows
 * whether it is complete. The facts of a video are in a box that is kept separately.
 */
const KEPT: Readonly<Record<Medium, {readonly head: number; readonly tail: number}>> = {
  screenshot: {head: 1024 * 1024, tail: 64 * 1024},
  preview: {head: 64, tail: 0},
}

const IMAGES: readonly RealFormat[] = [PNG, JPEG]
const VIDEOS: readonly RealFormat[] = [MP4, QUICKTIME]

/**
 * Reads an image once, from start to end.
 *
 * @param file - Relative to the workspace.
 * @returns its content and facts, or why it cannot be read.
 */
export async function readScreenshot(
  {workspace, signal}: ReadOptions,
  file: string,
): Promise<Screenshot | Diagnostic> {
  const bytes = await readOrDiagnose(workspace, file, {medium: 'screenshot', signal})
  if ('severity' in bytes) return bytes
  const format = realFormat(bytes.head)
  const extension = splitName(file).extension.toLowerCase()
  if (format === undefined || !IMAGES.includes(format)) {
    return wrongFormat(file, extension, format, IMAGES)
  }
  const misnamed = format.extensions.includes(extension)
    ? []
    : [wrongFormat(file, extension, format, IMAGES)]
  const facts = imageFacts(format, bytes)
  const diagnostics = [...misnamed, ...(facts.complete ? [] : [truncated(file)])]
  const {size} = facts
  if (size === null) return diagnostics[0] ?? wrongFormat(file, extension, undefined, IMAGES)
  return {content: bytes.content, facts: {...facts, size}, diagnostics}
}

/**
 * Reads a video once, from start to end, in constant memory.
 *
 * @param file - Relative to the workspace.
 * @returns its content and facts, or why it cannot be read.
 */
export async function readPreview(
  {workspace, signal}: ReadOptions,
  file: string,
): Promise<Preview | Diagnostic> {
  const scan = createBoxScan()
  const bytes = await readOrDiagnose(workspace, file, {
    medium: 'preview',
    signal,
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

async function readOrDiagnose(
  workspace: string,
  file: string,
  {medium, ...rest}: {medium: Medium; signal: AbortSignal; observe?: (piece: Buffer) => void},
): Promise<FileBytes | Diagnostic> {
  const {maximumFileSize: maximumSize} = MEDIA_LIMITS[medium]
  const reading = {maximumSize, keep: KEPT[medium], ...rest}
  try {
    const bytes = await readBytes(path.join(workspace, file), reading)
    if ('tooLarge' in bytes) return tooLarge(file, bytes.tooLarge, maximumSize)
    if (bytes.content.size === 0) return emptyFile(file)
    return realFormat(bytes.head) === GIT_LFS ? gitLfsPointer(file) : bytes
  } catch (error) {
    rest.signal.throwIfAborted()
    return unreadable(file, error)
  }
}
