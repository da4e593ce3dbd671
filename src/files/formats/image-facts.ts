import {imageDimensionsFromData} from 'image-dimensions'
import type {PixelSize} from '../../core/vocabulary.ts'
import type {FileBytes} from '../read-bytes.ts'
import {PNG} from './real-format.ts'
import type {RealFormat} from './real-format.ts'

export interface ImageFacts {
  /** Null if the header cannot be read. */
  readonly size: PixelSize | null
  /** Whether a pixel could be transparent: the image has an alpha channel or the chunk `tRNS`. */
  readonly mayBeTransparent: boolean
  /** False if the file ends before the image does. */
  readonly complete: boolean
}

/** Reads the facts of a PNG or JPEG from its first and last bytes; pixels are never decoded. */
export function imageFacts(format: RealFormat, bytes: FileBytes): ImageFacts {
  return {
    size: pixelSize(bytes.head),
    mayBeTransparent: format === PNG && pngMayBeTransparent(bytes.head),
    complete: format === PNG ? pngIsComplete(bytes) : jpegIsComplete(bytes),
  }
}

function pixelSize(head: Buffer): PixelSize | null {
  try {
    const found = imageDimensionsFromData(head)
    return found === undefined ? null : {width: found.width, height: found.height}
  } catch {
    // The reader trusts offsets in the file, so a damaged header may make it throw.
    return null
  }
}

/** PNG, chapters 11.2.2 (colour types 4 and 6 have alpha) and 11.3.2.1 (tRNS comes before the first IDAT). */
function pngMayBeTransparent(head: Buffer): boolean {
  const colourType = head[25]
  if (colourType === 4 || colourType === 6) return true
  for (let at = 8; at + 8 <= head.length; at += 12 + head.readUInt32BE(at)) {
    const type = head.toString('latin1', at + 4, at + 8)
    if (type === 'tRNS') return true
    if (type === 'IDAT') break
  }
  return false
}

function pngIsComplete({tail}: FileBytes): boolean {
  return tail.includes('\0\0\0\0IEND\xAE\x42\x60\x82', 0, 'latin1')
}

/** After the start of the scan, FF D9 can only be the end of the image; before it, it may be a thumbnail's. */
function jpegIsComplete({content, head, tail}: FileBytes): boolean {
  const end = tail.lastIndexOf(Buffer.from([0xff, 0xd9]))
  return end !== -1 && content.size - tail.length + end > startOfScan(head)
}

function startOfScan(head: Buffer): number {
  let at = 2
  while (at + 4 <= head.length) {
    const marker = head[at + 1] ?? 0
    if (head[at] !== 0xff || marker === 0xda) return at
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + head.readUInt16BE(at + 2)
  }
  return at
}
