import path from 'node:path'
import {PREVIEW_LIMITS} from '../facts/limits.ts'
import type {Poster} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {unreadable} from '../../../files/file-diagnostics.ts'
import {readPoster} from './poster.ts'
import {readBytes} from '../../../files/read-bytes.ts'
import type {ReadOptions} from './read-preview.ts'
import type {VideoFacts} from '../../../files/formats/video-facts.ts'

const MAX_POSTER_FILE_BYTES = 1024

/**
 * Reads a `.poster.txt`.
 *
 * @param file - Relative to the workspace.
 * @param video - The facts of its video.
 */
export async function readPosterFile(
  {workspace, signal}: ReadOptions,
  file: string,
  video: VideoFacts,
): Promise<Poster | Diagnostic> {
  const text = await readText(path.join(workspace, file), signal).catch((error: unknown) => {
    signal.throwIfAborted()
    return unreadable(file, error)
  })
  if (typeof text !== 'string') return text
  const {seconds} = video
  const frameRate = video.frameRate ?? PREVIEW_LIMITS.maximumFrameRate
  const poster = readPoster(text, {seconds, frameRate})
  if (typeof poster !== 'string') return poster
  return errorAt(file, {
    code: poster,
    ...(poster === 'bad-poster-time'
      ? {
          what: 'does not contain a valid time',
          next: `write HH:MM:SS:FF, such as 00:00:05:00, with FF below the video's ${frameRate.toFixed(2)} frames per second, or seconds, such as 5 or 5.5`,
        }
      : {
          what: `is a time after the end of the video, which is ${(seconds ?? 0).toFixed(2)} seconds long`,
          next: 'choose an earlier time',
        }),
  })
}

async function readText(file: string, signal: AbortSignal): Promise<string> {
  const bytes = await readBytes(file, {
    maximumSize: MAX_POSTER_FILE_BYTES,
    keep: {head: MAX_POSTER_FILE_BYTES, tail: 0},
    signal,
  })
  // Too long to be a time. The empty text gives the same error.
  return 'tooLarge' in bytes ? '' : bytes.head.toString('utf8')
}
