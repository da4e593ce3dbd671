import type {StorePicture} from './vocabulary.ts'
import {isPixels} from './pixels.ts'
import {isSafeAddress} from './safe-address.ts'

/**
 * Fills in the template of an Apple picture URL. The `bb` in it keeps the aspect ratio.
 *
 * @param height - In pixels.
 * @returns null if the result is not a safe URL.
 */
export function pictureAddress(
  {templateUrl, width, height: full}: StorePicture,
  height: number,
): string | null {
  if (!isPixels(width) || !isPixels(full)) return null
  const address = templateUrl
    .replace('{w}', String(Math.round((width / full) * height)))
    .replace('{h}', String(height))
    .replace('{f}', 'jpg')
  return isSafeAddress(address) ? address : null
}
