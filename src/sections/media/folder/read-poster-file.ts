import path from 'node:path'
import {PREVIEW_LIMITS} from '../facts/limits.ts'
import type {Poster} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {unreadable} from './file-problems.ts'
import {readPoster} from './poster.ts'
import {readBytes} from '../../../files/read-bytes.ts'
import type {Reading} from './read-media.ts'
import type {VideoFacts} from '../../../files/formats/video-facts.ts'

const LARGEST_POSTER_FILE = 1024

/**
 * Reads a `.poster.txt`.
 *
 * @param file Relative to the workspace.
 * @param video The facts of the video that it belongs to.
 */
export async function readPosterFile(
  {workspace, signal}: Reading,
  file: string,
  video: VideoFacts,
): Promise<Poster | Problem> {
  const text = await readText(path.join(workspace, file), signal).catch((error: unknown) => {
    signal.throwIfAborted()
    return unreadable(file, error)
  })
  if (typeof text !== 'string') return text
  const {seconds} = video
  const frameRate = video.frameRate ?? PREVIEW_LIMITS.maximumFrameRate
  const poster = readPoster(text, {seconds, frameRate})
  if (typeof poster !== 'string') return poster
  return {
    severity: 'error',
    code: poster,
    path: file,
    ...(poster === 'bad-poster-time'
      ? {
          finding: 'holds no moment of the video',
          expectation: `write HH:MM:SS:FF, such as 00:00:05:00, with FF below the video's ${frameRate.toFixed(2)} frames a second; or seconds, such as 5 or 5.5`,
        }
      : {
          finding: 'names a moment after the end of the video',
          expectation: `the video lasts ${(seconds ?? 0).toFixed(2)} seconds`,
        }),
  }
}

async function readText(file: string, signal: AbortSignal): Promise<string> {
  const bytes = await readBytes(file, {
    maximumSize: LARGEST_POSTER_FILE,
    keep: {head: LARGEST_POSTER_FILE, tail: 0},
    signal,
  })
  // Too long to be a moment; the empty text says so as well as any.
  return 'tooLarge' in bytes ? '' : bytes.head.toString('utf8')
}
