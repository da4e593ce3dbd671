/** The format that a file's first bytes show, in the words of an error message. */
export interface RealFormat {
  readonly name: string
  /** The extensions for this format. */
  readonly extensions: readonly string[]
}

export const PNG: RealFormat = {name: 'a PNG image', extensions: ['.png']}
export const JPEG: RealFormat = {name: 'a JPEG image', extensions: ['.jpg', '.jpeg']}
export const QUICKTIME: RealFormat = {name: 'a QuickTime movie', extensions: ['.mov']}
export const MP4: RealFormat = {name: 'an MP4 video', extensions: ['.mp4', '.m4v']}
export const GIT_LFS: RealFormat = {name: 'a Git LFS pointer', extensions: []}

interface Signature {
  readonly format: RealFormat
  /** Offset in bytes. */
  readonly at: number
  /** Any of these, one character per byte. */
  readonly bytes: readonly string[]
}

/** Tried in this order. */
const SIGNATURES: readonly Signature[] = [
  {format: PNG, at: 0, bytes: ['\x89PNG\r\n\x1A\n']},
  {format: JPEG, at: 0, bytes: ['\xFF\xD8\xFF']},
  {format: GIT_LFS, at: 0, bytes: ['version https://git-lfs.github.com/spec/']},
  {format: other('a GIF image', '.gif'), at: 0, bytes: ['GIF87a', 'GIF89a']},
  {format: other('a WebP image', '.webp'), at: 8, bytes: ['WEBP']},
  {format: other('an AVI video', '.avi'), at: 8, bytes: ['AVI ']},
  {format: other('an AVIF image', '.avif'), at: 4, bytes: ['ftypavif', 'ftypavis']},
  {format: other('a HEIC image', '.heic'), at: 4, bytes: ['ftyphe', 'ftypmif1', 'ftypmsf1']},
  {format: other('a JPEG XL image', '.jxl'), at: 0, bytes: ['\xFF\x0A', '\0\0\0\x0CJXL ']},
  {format: other('a TIFF image', '.tif'), at: 0, bytes: ['II*\0', 'MM\0*']},
  {format: other('a Photoshop document', '.psd'), at: 0, bytes: ['8BPS']},
  {format: other('a PDF document', '.pdf'), at: 0, bytes: ['%PDF-']},
  {format: other('a WebM or Matroska video', '.webm'), at: 0, bytes: ['\x1A\x45\xDF\xA3']},
  {format: other('a ZIP archive', '.zip'), at: 0, bytes: ['PK\x03\x04']},
  {format: other('a web page', '.html'), at: 0, bytes: ['<!DOCTYPE', '<!doctype', '<html']},
  {format: other('an SVG image', '.svg'), at: 0, bytes: ['<svg', '<?xml']},
  {format: QUICKTIME, at: 4, bytes: ['ftypqt  ']},
  {format: MP4, at: 4, bytes: ['ftyp']},
  // QuickTime before 2001 has no ftyp box: it begins with the movie or its data.
  {format: QUICKTIME, at: 4, bytes: ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']},
]

/** The real format of a file by its first bytes, or undefined if it is unknown. */
export function realFormat(head: Buffer): RealFormat | undefined {
  const start = head.toString('latin1', 0, 64)
  return SIGNATURES.find(({at, bytes}) => bytes.some((text) => start.startsWith(text, at)))?.format
}

function other(name: string, extension: string): RealFormat {
  return {name, extensions: [extension]}
}
