import {pictureAddress} from '../../core/picture-address.ts'
import {isPixels} from '../../core/pixels.ts'
import {isSafeAddress} from '../../core/safe-address.ts'
import type {Run} from '../../core/run.ts'
import type {ShownMedium} from '../../core/view.ts'
import type {PixelSize, StorePicture} from '../../core/vocabulary.ts'
import {asAddress} from '../escape.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'

/** Of Apple's pictures on the page, in pixels: twice their height there, for high-density screens. */
const REMOTE_HEIGHT = 640

/** What a picture's URL must match to be trusted in the page. */
const EMBEDDED = /^data:image\/(?:jpeg|png);base64,[A-Za-z0-9+/=]*$/

/** The aspect ratio of most phones, for pictures of unknown size. */
const USUAL = {width: 9, height: 16}

/** A picture from the store or of a file, as far as the page can show it. */
export interface Picture {
  readonly name: string
  readonly medium: ShownMedium
  /** Of the picture itself, not of its thumbnail. Null if unknown. */
  readonly pixels: PixelSize | null
  /** A `data:` URL, or null. */
  readonly embedded: string | null
  /** Apple's own picture, for readers who are online, or null. */
  readonly remote: StorePicture | null
}

/** A picture that App Store Connect has or had. */
export function storePicture(
  {id, name}: {readonly id: string; readonly name: string},
  medium: ShownMedium,
  {pictures, copies}: Pick<Run, 'pictures' | 'copies'>,
): Picture {
  const remote = pictures.get(id) ?? null
  return {name, medium, pixels: remote, embedded: copies.get(id) ?? null, remote}
}

/**
 * A frame in the picture's aspect ratio, with the picture or its name in it.
 *
 * @param words - Alternative text, if it is more than the name.
 */
export function renderPicture(picture: Picture, words: string = picture.name): Html {
  const {name, medium, pixels, remote} = picture
  const full = remote && pictureAddress(remote, remote.height)
  const large = full === null ? null : html` data-full="${trusted(asAddress(full))}"`
  const embedded = trustedEmbedded(picture)
  if (embedded !== null) {
    return frame(
      pixels,
      '',
      html`<img src="${embedded}" alt="${words}" decoding="async" ${large} />`,
    )
  }
  const address = remote && pictureAddress(remote, REMOTE_HEIGHT)
  if (address !== null) {
    const source = trusted(asAddress(address))
    return frame(pixels, '', html`<img src="${source}" alt="${words}" loading="lazy" ${large} />`)
  }
  return frame(pixels, ` missing ${medium}`, html`<span class="words">${name}</span>`)
}

/** A frame for a picture that is on the page already. The script shows it here as well. */
export function renderCopy({pixels}: Picture): Html {
  return frame(pixels, '', null)
}

/** Whether the page has to carry the picture itself. */
export function isEmbeddedOnly(picture: Picture): boolean {
  const {remote} = picture
  return (remote && pictureAddress(remote, REMOTE_HEIGHT)) === null
}

/** The URL of a video that the store plays, or null. */
export function videoAddress({remote}: Picture): Html | null {
  const address = remote?.videoUrl ?? null
  return address === null || !isSafeAddress(address) ? null : trusted(asAddress(address))
}

function trustedEmbedded({embedded}: Picture): Html | null {
  return embedded !== null && EMBEDDED.test(embedded) ? trusted(embedded) : null
}

function frame(pixels: PixelSize | null, classes: string, inside: Html | null): Html {
  const {width, height} = isPixels(pixels?.width) && isPixels(pixels.height) ? pixels : USUAL
  const shape = width > height ? 'wide' : 'tall'
  const size = trusted(`--w:${width};--h:${height}`)
  return html`<span class="frame ${shape}${classes}" style="${size}">${inside}</span>`
}
