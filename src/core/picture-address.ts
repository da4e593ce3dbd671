import type {StorePicture} from './vocabulary.ts'
import {isPixels} from './pixels.ts'
import {isSafeAddress} from './safe-address.ts'

/**
 * Fills in the template of an Apple picture URL. The `bb` in it keeps the aspect ratio.
 *
 * @param height - In pixels.
 * @param format - `jpg` or `png`.
 * @returns null if the result is not a safe URL.
 */
export function pictureAddress(
  {templateUrl, width, height: full}: StorePicture,
  height: number,
  format: 'jpg' | 'png' = 'jpg',
): string | null {
  if (!isPixels(width) || !isPixels(full)) return null
  const address = templateUrl
    .replace('{w}', String(Math.round((width / full) * height)))
    .replace('{h}', String(height))
    .replace('{f}', format)
  return isSafeAddress(address) ? address : null
}
