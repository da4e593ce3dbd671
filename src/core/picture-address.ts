import type {ImageTemplate} from '../sections/media/listing.ts'
import {isPixels} from './pixels.ts'
import {isSafeAddress} from './safe-address.ts'

/**
 * Fills in the address of one of Apple's pictures; `bb` in it keeps the shape.
 *
 * @param height - In pixels.
 * @returns null for what is no address, or none that is safe.
 */
export function pictureAddress(
  {templateUrl, width, height: full}: ImageTemplate,
  height: number,
): string | null {
  if (!isPixels(width) || !isPixels(full)) return null
  const address = templateUrl
    .replace('{w}', String(Math.round((width / full) * height)))
    .replace('{h}', String(height))
    .replace('{f}', 'jpg')
  return isSafeAddress(address) ? address : null
}
