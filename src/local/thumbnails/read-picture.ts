import {constants, open} from 'node:fs/promises'
import {imageDimensionsFromData} from 'image-dimensions'
import type {Thumbnail} from '../../model/thumbnail.ts'
import {PNG, realFormat} from '../real-format.ts'
import {shrinkPng} from './shrink-png.ts'

/** In bytes; larger files are not worth the memory. */
const MOST_BYTES = 24 * 1024 * 1024
/** In bytes; smaller files are thumbnails already. */
const SMALL_BYTES = 12 * 1024

/** A local picture, made small where that can be done. */
export interface ReadPicture extends Thumbnail {
  /** Whether `source` holds the whole file. */
  readonly isOriginal: boolean
}

/**
 * Reads a PNG or JPEG as a thumbnail. JPEGs, and the rare PNGs that cannot be made small here, come as they are.
 *
 * @param file - Absolute path.
 * @param longest - Pixels that the longer side has at most.
 * @returns without a source where the picture cannot be read: a report is not the place to fail.
 */
export async function readPicture(file: string, longest: number): Promise<ReadPicture> {
  let size = {width: 0, height: 0}
  try {
    const bytes = await readSmallFile(file)
    if (bytes === null) return {...size, source: null, isOriginal: false}
    const found = imageDimensionsFromData(bytes)
    if (found !== undefined) size = {width: found.width, height: found.height}

    const isPng = realFormat(bytes) === PNG
    const small = isPng && bytes.length > SMALL_BYTES ? await shrinkPng(bytes, longest) : null
    return {
      ...size,
      source: dataAddress(isPng ? 'png' : 'jpeg', small ?? bytes),
      isOriginal: small === null,
    }
  } catch {
    return {...size, source: null, isOriginal: false}
  }
}

async function readSmallFile(file: string): Promise<Buffer | null> {
  // Without O_NONBLOCK, a FIFO put in the file's place since it was checked would block for ever.
  await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  const stats = await handle.stat()
  return stats.isFile() && stats.size <= MOST_BYTES ? handle.readFile() : null
}

function dataAddress(type: 'png' | 'jpeg', bytes: Buffer): string {
  return `data:image/${type};base64,${bytes.toString('base64')}`
}
