import {pictureAddress} from '../../core/picture-address.ts'
import {isPixels} from '../../core/pixels.ts'
import type {ShownMedium} from '../../core/view.ts'
import type {ImageTemplate, PixelSize} from '../../core/vocabulary.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'

/** Of Apple's pictures, in pixels: twice the height on the page, for high-density screens. */
const REMOTE_HEIGHT = 640

/** What a picture's URL must match to be trusted in the page. */
const EMBEDDED = /^data:image\/(?:jpeg|png);base64,[A-Za-z0-9+/=]*$/

/** The aspect ratio of most phones, for pictures of unknown size. */
const USUAL = {width: 9, height: 16}

/** A picture from the store or of a file, as far as the page can show it. */
export interface Picture {
  /** Alternative text. */
  readonly name: string
  readonly medium: ShownMedium
  /** Of the picture itself, not of its thumbnail. Null if unknown. */
  readonly pixels: PixelSize | null
  /** A `data:` URL, or null. */
  readonly embedded: string | null
  /** Apple's own picture, for readers who are online, or null. */
  readonly remote: ImageTemplate | null
}

/** A frame in the picture's aspect ratio, with the picture or a text in it. */
export function renderPicture({name, medium, pixels, embedded, remote}: Picture): Html {
  if (embedded !== null && EMBEDDED.test(embedded)) {
    return frame(
      pixels,
      '',
      html`<img src="${trusted(embedded)}" alt="${name}" decoding="async" />`,
    )
  }
  const address = remote === null ? null : pictureAddress(remote, REMOTE_HEIGHT)
  if (address !== null) {
    const image = html`<img
      src="${address}"
      alt="${name}"
      decoding="async"
      loading="lazy"
      referrerpolicy="no-referrer"
    />`
    return frame(pixels, 'remote', image)
  }
  const words = medium === 'video' ? 'Video' : 'No picture'
  const size = pixels === null ? null : html`<span>${renderSize(pixels)}</span>`
  return frame(pixels, `empty ${medium}`, html`<span>${words}</span>${size}`)
}

/** How large a picture is, such as `1290 × 2796`. */
export function renderSize({width, height}: PixelSize): Html {
  return html`${width} × ${height}`
}

function frame(pixels: PixelSize | null, classes: string, inside: Html): Html {
  const {width, height} = isPixels(pixels?.width) && isPixels(pixels.height) ? pixels : USUAL
  const shape = width > height ? 'wide' : 'tall'
  return html`<div class="frame ${shape} ${classes}" style="--w:${width};--h:${height}">
    ${inside}
  </div>`
}
