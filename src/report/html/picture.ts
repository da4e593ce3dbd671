import type {ImageTemplate, Medium, PixelSize} from '../../sections/media/listing.ts'
import {pictureAddress} from '../../core/picture-address.ts'
import {isPixels} from '../../core/pixels.ts'
import {asText} from '../escape.ts'

/** Of Apple's pictures, in pixels: twice what the page shows, for screens that have two to a point. */
const REMOTE_HEIGHT = 640

/** What is asked of a picture's address before it stands in the page as it is. */
const EMBEDDED = /^data:image\/jpeg;base64,[A-Za-z0-9+/=]*$/

/** Of most phones; for what has no size of its own. */
const USUAL = {width: 9, height: 16}

/** A picture of the store or of a file, as far as the page can show it. */
export interface Picture {
  /** What it shows in words. */
  readonly name: string
  readonly medium: Medium
  /** Of the picture itself, not of its thumbnail; null when it is not known. */
  readonly pixels: PixelSize | null
  /** A `data:` address; null when there is none. */
  readonly embedded: string | null
  /** Apple's own picture, for readers that are online; null when there is none. */
  readonly remote: ImageTemplate | null
}

/** A frame of the picture's shape, with the picture or with words in its place. */
export function renderPicture({name, medium, pixels, embedded, remote}: Picture): string {
  if (embedded !== null && EMBEDDED.test(embedded)) {
    return frame(pixels, '', `<img src="${embedded}" alt="${asText(name)}" decoding="async">`)
  }
  const address = remote === null ? null : pictureAddress(remote, REMOTE_HEIGHT)
  if (address !== null) {
    const attributes = 'decoding="async" loading="lazy" referrerpolicy="no-referrer"'
    return frame(
      pixels,
      'remote',
      `<img src="${asText(address)}" alt="${asText(name)}" ${attributes}>`,
    )
  }
  const words = medium === 'preview' ? 'Video' : 'No picture'
  const size = pixels === null ? '' : `<span>${renderSize(pixels)}</span>`
  return frame(pixels, `empty ${medium}`, `<span>${words}</span>${size}`)
}

/** How large a picture is, such as `1290 × 2796`. */
export function renderSize({width, height}: PixelSize): string {
  return `${asText(String(width))} × ${asText(String(height))}`
}

function frame(pixels: PixelSize | null, classes: string, inside: string): string {
  const {width, height} = isPixels(pixels?.width) && isPixels(pixels.height) ? pixels : USUAL
  const shape = width > height ? 'wide' : 'tall'
  return `<div class="frame ${shape} ${classes}" style="--w:${width};--h:${height}">${inside}</div>`
}
