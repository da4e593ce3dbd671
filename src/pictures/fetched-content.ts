import path from 'node:path'

import type {Diagnostic} from '../core/diagnostic.ts'
import {pictureAddress} from '../core/picture-address.ts'
import type {FetchedContent} from '../core/pulled.ts'
import type {StorePicture} from '../core/vocabulary.ts'
import {errorAt, noteAt, warningAt} from '../files/diagnostic-at.ts'
import {JPEG, MP4, PNG, QUICKTIME, realFormat} from '../files/formats/real-format.ts'
import type {RealFormat} from '../files/formats/real-format.ts'
import {readBytes} from '../files/read-bytes.ts'
import type {FetchFile} from './fetch-file.ts'

/** A file of the store that a pull fetches. */
export interface FetchedFile {
  /** Where it goes, relative to the workspace. Its extension says which format it has to have. */
  readonly path: string
  /** Of the bytes that were uploaded, in lower-case hex; null if unknown. */
  readonly md5: string | null
  /** In bytes. */
  readonly maximumSize: number
}

/** A picture in its full size and the format of its name. Apple's bytes may differ from those that were uploaded. */
export function pictureContent(
  picture: StorePicture,
  file: FetchedFile,
  fetchFile: FetchFile,
): FetchedContent {
  const format = path.extname(file.path).toLowerCase() === '.png' ? PNG : JPEG
  const address = pictureAddress(picture, picture.height, format === PNG ? 'png' : 'jpg') ?? ''
  return {
    md5: file.md5,
    async fetch(target, signal) {
      const found = await fetched(address, target, {file, fetchFile, signal})
      return found.format === format ? null : otherFormat(file.path, format.name)
    },
  }
}

/** A video, where App Store Connect has it as a file. */
export function videoContent(
  address: string,
  file: FetchedFile,
  fetchFile: FetchFile,
): FetchedContent {
  return {
    md5: file.md5,
    async fetch(target, signal) {
      const {format, head} = await fetched(address, target, {file, fetchFile, signal})
      if (head.toString('latin1', 0, PLAYLIST.length) === PLAYLIST) return streamOnly(file.path)
      return format === MP4 || format === QUICKTIME ? null : otherFormat(file.path, 'a video')
    },
  }
}

const PLAYLIST = '#EXTM3U'

/** Whether a URL is the one of an HLS playlist, which has the parts of a stream, and no file. */
export function isPlaylist(address: string): boolean {
  return /\.m3u8?$/iu.test(URL.parse(address)?.pathname ?? '')
}

/** A video that App Store Connect only has as a stream. @param place - Where it would go. */
export function streamOnly(place: string): Diagnostic {
  return noteAt(place, {
    code: 'not-pulled',
    what: 'is left out, because App Store Connect has the video as a stream only (HLS), not as a file',
    next: 'add the file that was uploaded',
  })
}

/** A file that is not processed yet, or never will be. @param place - Where it would go. */
export function notShownYet(place: string): Diagnostic {
  return warningAt(place, {
    code: 'not-pulled',
    what: 'is left out, because App Store Connect does not show it',
    next: 'run the job again once Apple has processed it',
  })
}

async function fetched(
  address: string,
  target: string,
  {
    file: {path: place, maximumSize},
    fetchFile,
    signal,
  }: {readonly file: FetchedFile; readonly fetchFile: FetchFile; readonly signal: AbortSignal},
): Promise<{readonly format: RealFormat | undefined; readonly head: Buffer}> {
  await fetchFile(address, target, {name: place, maximumSize, signal})
  const bytes = await readBytes(target, {maximumSize, keep: {head: 64, tail: 0}, signal})
  const head = 'head' in bytes ? bytes.head : Buffer.alloc(0)
  return {format: realFormat(head), head}
}

function otherFormat(place: string, wanted: string): Diagnostic {
  return errorAt(place, {
    code: 'not-fetched',
    what: `cannot be written, because what Apple's host sent for it is not ${wanted}`,
    next: 'run the job again; if this happens again, check the proxies of your network',
  })
}
