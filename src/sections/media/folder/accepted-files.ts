import type {Medium} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {splitName} from '../../../files/file-name.ts'

/** The file extensions of each medium (`fileExtensions` of Apple's specification) with their MIME types. */
const MIME_TYPES: Readonly<Record<Medium, ReadonlyMap<string, string>>> = {
  screenshot: new Map([
    ['.png', 'image/png'],
    ['.jpg', 'image/jpeg'],
    ['.jpeg', 'image/jpeg'],
  ]),
  preview: new Map([
    ['.mp4', 'video/mp4'],
    ['.mov', 'video/quicktime'],
    ['.m4v', 'video/x-m4v'],
  ]),
}

const MEDIA = ['screenshot', 'preview'] as const

/** The layout of each medium, as error messages show it. */
export const PATTERNS: Readonly<Record<Medium, string>> = {
  screenshot: '<locale>/<displayType>/*.{png,jpg,jpeg}',
  preview: '<locale>/<previewType>/*.{mp4,mov,m4v}',
}

/** The MIME type of a file that Apple takes as this medium; undefined for every other file. */
export function mimeTypeOf(medium: Medium, fileName: string): string | undefined {
  return MIME_TYPES[medium].get(splitName(fileName).extension.toLowerCase())
}

/** The problem of a file that Apple does not take as this medium; undefined for one that it takes. */
export function unsupportedFile(medium: Medium, path: string): Problem | undefined {
  if (mimeTypeOf(medium, path) !== undefined) return undefined
  if (medium === 'screenshot' && mimeTypeOf('preview', path) !== undefined) {
    return {
      severity: 'error',
      code: 'video-in-screenshots',
      path,
      finding: 'is a video among the screenshots',
      expectation: 'move it to <previews>/<locale>/<previewType>/',
    }
  }
  if (medium === 'preview' && mimeTypeOf('screenshot', path) !== undefined) {
    return {
      severity: 'error',
      code: 'image-in-previews',
      path,
      finding: 'is an image among the previews',
      expectation:
        'move it to <screenshots>/<locale>/<displayType>/; the still of a video is chosen with <name>.poster.txt',
    }
  }
  const accepted = [...MIME_TYPES[medium].keys()].join(', ')
  return {
    severity: 'error',
    code: 'unsupported-file',
    path,
    finding: `is not a file that Apple takes as ${medium}`,
    expectation: `${medium}s are ${accepted}; remove everything else, or hide it behind a leading dot`,
  }
}

const OTHER_PICTURE =
  /\.(?:apng|avif|bmp|gif|heics?|heifs?|jfif|jp2|jpe|jpeg2000|jxl|psd|tga|tiff?|webp)$/iu
const OTHER_VIDEO = /\.(?:3gp|avi|flv|m2v|mkv|mpe?g|ogv|webm|wmv)$/iu

/**
 * What has to be known of a file beside the pictures or videos of a flat locale folder, where everything else is
 * left out, as fastlane's deliver does: a warning for what may have been meant for the store.
 */
export function leftOutFile(medium: Medium, path: string): Problem {
  const problem = unsupportedFile(medium, path)
  if (problem !== undefined && problem.code !== 'unsupported-file') {
    return {...problem, severity: 'warning'}
  }
  const kind = OTHER_PICTURE.test(path) ? 'picture' : OTHER_VIDEO.test(path) ? 'video' : null
  return kind === null
    ? {
        severity: 'note',
        code: 'ignored-file',
        path,
        finding: `is no ${medium}, and is ignored`,
        expectation: 'nothing has to be done',
      }
    : {
        severity: 'warning',
        code: 'unsupported-file',
        path,
        finding: `is a ${kind} in a format that Apple does not take, so it is not shown`,
        expectation: `export it as ${[...MIME_TYPES[medium].keys()].join(' or ')} if it is meant for the store`,
      }
}

/** Tells whether Apple takes a file of this name as anything. */
export function isMedia(fileName: string): boolean {
  return MEDIA.some((medium) => mimeTypeOf(medium, fileName) !== undefined)
}

const POSTER = /\.poster\.txt$/iu

/** The stem of the video that a `<stem>.poster.txt` belongs to; undefined for every other file. */
export function posterStem(fileName: string): string | undefined {
  return POSTER.test(fileName) ? fileName.replace(POSTER, '') : undefined
}

/** Tells whether a file is of no interest to the listing wherever it lies: hidden files, notes, read-me files. */
export function isNote(fileName: string): boolean {
  if (fileName.startsWith('.')) return true
  return !isMedia(fileName) && /^readme|\.(?:txt|md)$/iu.test(fileName)
}

/** Tells whether a file is what Windows leaves in every folder. */
export function isClutter(fileName: string): boolean {
  return /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini)$/iu.test(fileName)
}

/** Tells whether fastlane's frameit keeps a file or folder of this name beside the screenshots. */
export function isFrameitFile(name: string): boolean {
  return /^(?:framefile\.json|screenshots\.html|background\..+|fonts)$|\.strings$/iu.test(name)
}

/** Tells whether an image may be one of the backgrounds that frameit puts behind screenshots. */
export function isBackground(fileName: string): boolean {
  return /^background/iu.test(fileName)
}

const FRAMED = /_framed(?=\.[^.]+$)/iu

/** Tells whether frameit made this image. */
export function isFramed(fileName: string): boolean {
  return FRAMED.test(fileName)
}

/** Leaves out each image whose framed twin, as fastlane's frameit names it, is there too. */
export function withoutFramedTwins(fileNames: readonly string[]): readonly string[] {
  const framed = new Set(
    fileNames.filter((name) => FRAMED.test(name)).map((name) => stemKey(name.replace(FRAMED, ''))),
  )
  return fileNames.filter((name) => FRAMED.test(name) || !framed.has(stemKey(name)))
}

function stemKey(fileName: string): string {
  return splitName(fileName).stem.toLowerCase()
}
