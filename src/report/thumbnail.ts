import type {ImageTemplate} from '../model/listing.ts'
import {asText} from './escape.ts'

const THUMBNAIL_HEIGHT = 200

/**
 * A picture that the store has, or nothing if its address is none. Apple scales it to what the address asks for; `bb`
 * in the address keeps the shape.
 */
export function storePicture({templateUrl, width, height}: ImageTemplate, name: string): string {
  const shown = Math.round((width / height) * THUMBNAIL_HEIGHT)
  const url = templateUrl
    .replace('{w}', String(shown * 2))
    .replace('{h}', String(THUMBNAIL_HEIGHT * 2))
    .replace('{f}', 'jpg')
  return isSafe(url) ? thumbnail(url, name) : ''
}

/** A small picture of what lies at an address that is known to be one. */
export function thumbnail(url: string, name: string): string {
  return `<img src="${asText(url)}" alt="${asText(name)}" height="${THUMBNAIL_HEIGHT}">`
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol)
}
