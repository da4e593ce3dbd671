import {pictureAddress} from '../core/picture-address.ts'
import type {StorePicture} from '../core/vocabulary.ts'
import {downloadPictures} from './download-pictures.ts'

/** In pixels: twice the height in a report, for high-density screens. */
const HEIGHT = 640

/**
 * Downloads small copies of Apple's pictures.
 *
 * @param signal - Stops at once. Unfinished downloads are left out.
 * @returns `data:` URLs by Apple's id, for those that were downloaded.
 */
export async function copyPictures(
  pictures: ReadonlyMap<string, StorePicture>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const addresses = [...pictures].flatMap(([id, picture]) => {
    const address = pictureAddress(picture, HEIGHT)
    return address === null ? [] : [[id, address] as const]
  })
  return downloadPictures(new Map(addresses), signal)
}
