import {pictureAddress} from '../../core/picture-address.ts'
import type {ImageTemplate} from '../../core/vocabulary.ts'
import {asText} from '../escape.ts'

const THUMBNAIL_HEIGHT = 200

/** A picture from the store, for high-density screens. Empty if its URL is not valid. */
export function storePicture(image: ImageTemplate, name: string): string {
  const url = pictureAddress(image, THUMBNAIL_HEIGHT * 2)
  return url === null ? '' : thumbnail(url, name)
}

/** A thumbnail of a URL that was checked before. */
export function thumbnail(url: string, name: string): string {
  return `<img src="${asText(url)}" alt="${asText(name)}" height="${THUMBNAIL_HEIGHT}">`
}
