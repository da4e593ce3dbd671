import type {ImageTemplate} from '../../sections/media/listing.ts'
import {asText} from '../escape.ts'
import {pictureAddress} from '../../core/picture-address.ts'

const THUMBNAIL_HEIGHT = 200

/** A picture that the store has, for screens that have two pixels to a point; nothing if its address is none. */
export function storePicture(image: ImageTemplate, name: string): string {
  const url = pictureAddress(image, THUMBNAIL_HEIGHT * 2)
  return url === null ? '' : thumbnail(url, name)
}

/** A small picture of what lies at an address that is known to be one. */
export function thumbnail(url: string, name: string): string {
  return `<img src="${asText(url)}" alt="${asText(name)}" height="${THUMBNAIL_HEIGHT}">`
}
