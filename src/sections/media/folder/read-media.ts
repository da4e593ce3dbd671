import path from 'node:path'
import {MEDIA_LIMITS} from '../facts/limits.ts'
import type {Content, Medium, PixelSize} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {createBoxScan} from '../../../files/formats/box-scan.ts'
import {splitName} from '../../../files/file-name.ts'
import {
  emptyFile,
  gitLfsPointer,
  tooLarge,
  truncated,
  unreadable,
  wrongFormat,
} from './file-problems.ts'
import {imageFacts} from '../../../files/formats/image-facts.ts'
import type {ImageFacts} from '../../../files/formats/image-facts.ts'
import {readBytes} from '../../../files/read-bytes.ts'
import type {FileBytes} from '../../../files/read-bytes.ts'
import {GIT_LFS, JPEG, MP4, PNG, QUICKTIME, realFormat} from '../../../files/formats/real-format.ts'
import type {RealFormat} from '../../../files/formats/real-format.ts'
import {videoFacts} from '../../../files/formats/video-facts.ts'
import type {VideoFacts} from '../../../files/formats/video-facts.ts'

export interface Reading {
  /** Absolute. */
  readonly workspace: string
  readonly signal: AbortSignal
}

export interface Screenshot {
  readonly content: Content
  readonly facts: ImageFacts & {readonly size: PixelSize}
  /** What is wrong with the file, though it shows what it is. */
  readonly problems: readonly Problem[]
}

export interface Preview {
  readonly content: Content
  readonly facts: VideoFacts
  /** What the file's name hides, but does not make it useless. */
  readonly warnings: readonly Problem[]
}

/**
 * The facts of an image stand before its pixels, after metadata that may be large; the end shows whether it
 * is complete. Those of a video stand in a box of its own.
 */
const KEPT: Readonly<Record<Medium, {readonly head: number; readonly tail: number}>> = {
  screenshot: {head: 1024 * 1024, tail: 64 * 1024},
  preview: {head: 64, tail: 0},
}

const IMAGES: readonly RealFormat[] = [PNG, JPEG]
const VIDEOS: readonly RealFormat[] = [MP4, QUICKTIME]

/**
 * Reads one image, once from start to end.
 *
 * @param file Relative to the workspace.
 * @returns Its content and facts, or the problem that keeps them from being read.
 */
export async function readScreenshot(
  {workspace, signal}: Reading,
  file: string,
): Promise<Screenshot | Problem> {
  const bytes = await readOrProblem(workspace, file, {medium: 'screenshot', signal})
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
  const problems = [...misnamed, ...(facts.complete ? [] : [truncated(file)])]
  const {size} = facts
  if (size === null) return problems[0] ?? wrongFormat(file, extension, undefined, IMAGES)
  return {content: bytes.content, facts: {...facts, size}, problems}
}

/**
 * Reads one video, once from start to end, whatever its size in constant memory.
 *
 * @param file Relative to the workspace.
 * @returns Its content and facts, or the problem that keeps them from being read.
 */
export async function readPreview(
  {workspace, signal}: Reading,
  file: string,
): Promise<Preview | Problem> {
  const scan = createBoxScan()
  const bytes = await readOrProblem(workspace, file, {
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
  // The movie box is often written last, so a recording that was broken off has none.
  if (!complete || movie === null) return truncated(file)

  // Both are the same family of containers, and Apple is not known to compare the name with the brand.
  const warnings = format.extensions.includes(extension)
    ? []
    : [{...wrongFormat(file, extension, format, VIDEOS), severity: 'warning'} as const]
  return {content: bytes.content, facts: videoFacts(movie), warnings}
}

async function readOrProblem(
  workspace: string,
  file: string,
  {medium, ...rest}: {medium: Medium; signal: AbortSignal; observe?: (piece: Buffer) => void},
): Promise<FileBytes | Problem> {
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
