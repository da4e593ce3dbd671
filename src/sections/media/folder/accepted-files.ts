import type {Medium} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt, noteAt, warningAt} from '../../../files/diagnostic-at.ts'
import {splitName} from '../../../files/file-name.ts'
import {listWithOr} from '../../../files/nearest-name.ts'
import {IMAGE_TYPES} from '../../../files/read-image.ts'

/** The file extensions of each medium (`fileExtensions` of Apple's specification) with their MIME types. */
const MIME_TYPES: Readonly<Record<Medium, ReadonlyMap<string, string>>> = {
  screenshot: IMAGE_TYPES,
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

/** The MIME type of a file that Apple accepts as this medium, or undefined for other files. */
export function mimeTypeOf(medium: Medium, fileName: string): string | undefined {
  return MIME_TYPES[medium].get(splitName(fileName).extension.toLowerCase())
}

/** The diagnostic for a file that Apple does not accept as this medium, or undefined if it does. */
export function unsupportedFile(medium: Medium, path: string): Diagnostic | undefined {
  if (mimeTypeOf(medium, path) !== undefined) return undefined
  if (medium === 'screenshot' && mimeTypeOf('preview', path) !== undefined) {
    return errorAt(path, {
      code: 'video-in-screenshots',
      what: 'is a video among the screenshots',
      next: 'move it to <previews>/<locale>/<previewType>/',
    })
  }
  if (medium === 'preview' && mimeTypeOf('screenshot', path) !== undefined) {
    return errorAt(path, {
      code: 'image-in-previews',
      what: 'is an image among the previews',
      next: 'move it to <screenshots>/<locale>/<displayType>/; to choose the poster frame of a video, add <name>.poster.txt',
    })
  }
  const accepted = listWithOr([...MIME_TYPES[medium].keys()])
  return errorAt(path, {
    code: 'unsupported-file',
    what: `is not a file type that Apple accepts for ${medium}s`,
    next: `use ${accepted}; remove other files, or start their names with a dot`,
  })
}

const OTHER_PICTURE =
  /\.(?:apng|avif|bmp|gif|heics?|heifs?|jfif|jp2|jpe|jpeg2000|jxl|psd|tga|tiff?|webp)$/iu
const OTHER_VIDEO = /\.(?:3gp|avi|flv|m2v|mkv|mpe?g|ogv|webm|wmv)$/iu

/**
 * The diagnostic for another file in a flat locale folder, where only pictures or videos are used, as in fastlane's
 * deliver. A warning if the file may belong in the App Store.
 */
export function leftOutFile(medium: Medium, path: string): Diagnostic {
  const unsupported = unsupportedFile(medium, path)
  if (unsupported !== undefined && unsupported.code !== 'unsupported-file') {
    return {...unsupported, severity: 'warning'}
  }
  const kind = OTHER_PICTURE.test(path) ? 'picture' : OTHER_VIDEO.test(path) ? 'video' : null
  return kind === null
    ? noteAt(path, {
        code: 'ignored-file',
        what: `is not a ${medium}, so it is ignored`,
        next: '',
      })
    : warningAt(path, {
        code: 'unsupported-file',
        what: `is a ${kind} in a format that Apple does not accept, so it is ignored`,
        next: `export it as ${listWithOr([...MIME_TYPES[medium].keys()])} if it belongs in the App Store`,
      })
}

/** Whether Apple accepts a file of this name as any medium. */
export function isMedia(fileName: string): boolean {
  return MEDIA.some((medium) => mimeTypeOf(medium, fileName) !== undefined)
}

const POSTER = /\.poster\.txt$/iu

/** The stem of the video that a `<stem>.poster.txt` belongs to, or undefined for other files. */
export function posterStem(fileName: string): string | undefined {
  return POSTER.test(fileName) ? fileName.replace(POSTER, '') : undefined
}

/** Whether to ignore a file wherever it is: hidden files, notes, read-me files. */
export function isHiddenOrNote(fileName: string): boolean {
  if (fileName.startsWith('.')) return true
  return !isMedia(fileName) && /^readme|\.(?:txt|md)$/iu.test(fileName)
}

/** Whether it is one of the files that Windows leaves in every folder. */
export function isWindowsFile(fileName: string): boolean {
  return /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini)$/iu.test(fileName)
}

/** Whether fastlane's frameit keeps a file or folder of this name beside the screenshots. */
export function isFrameitFile(name: string): boolean {
  return /^(?:framefile\.json|screenshots\.html|background\..+|fonts)$|\.strings$/iu.test(name)
}

/** Whether an image may be one of the backgrounds that frameit puts behind screenshots. */
export function isBackground(fileName: string): boolean {
  return /^background/iu.test(fileName)
}

const FRAMED = /_framed(?=\.[^.]+$)/iu

/** Whether frameit made this image. */
export function isFramed(fileName: string): boolean {
  return FRAMED.test(fileName)
}

/** Leaves out each image that also exists framed, under the name that fastlane's frameit gives it. */
export function withoutFramedTwins(fileNames: readonly string[]): readonly string[] {
  const framed = new Set(
    fileNames.filter((name) => FRAMED.test(name)).map((name) => stemKey(name.replace(FRAMED, ''))),
  )
  return fileNames.filter((name) => FRAMED.test(name) || !framed.has(stemKey(name)))
}

function stemKey(fileName: string): string {
  return splitName(fileName).stem.toLowerCase()
}
