import type {ImageTemplate, Medium} from '../../model/listing.ts'
import type {Thumbnail} from '../../model/thumbnail.ts'
import {asText} from '../escape.ts'
import {pictureAddress} from '../picture-address.ts'

/** Of Apple's pictures, in pixels: twice what the page shows, for screens that have two to a point. */
const REMOTE_HEIGHT = 640

/** What is asked of a picture's address before it stands in the page as it is. */
const EMBEDDED = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]*$/

/** Of most phones; for what has no size of its own. */
const USUAL = {width: 9, height: 16}

/** A local file: its thumbnail, or a card with its name and size. */
export function localPicture(file: Thumbnail, medium: Medium, name: string): string {
  const source = file.source !== null && EMBEDDED.test(file.source) ? file.source : null
  const inside =
    source === null
      ? placeholder(medium, file)
      : `<img src="${source}" alt="${asText(name)}" decoding="async" loading="lazy">`
  return frame(file, source === null ? `empty ${medium}` : '', inside)
}

/** A picture that Apple has. It may not load, so that its text has to do. */
export function storePicture(image: ImageTemplate | null, medium: Medium, name: string): string {
  const address = image === null ? null : pictureAddress(image, REMOTE_HEIGHT)
  if (image === null || address === null) {
    return frame({width: 0, height: 0}, `empty ${medium}`, '<span>No picture</span>')
  }
  const alt = `${name}, as App Store Connect has it`
  return frame(
    image,
    'remote',
    `<img src="${asText(address)}" alt="${asText(alt)}" decoding="async" loading="lazy" referrerpolicy="no-referrer">`,
  )
}

function placeholder(medium: Medium, {width, height}: Thumbnail): string {
  const size = width > 0 ? `<span>${width} × ${height}</span>` : ''
  return medium === 'preview' ? `<span>Video</span>${size}` : `<span>No thumbnail</span>${size}`
}

function frame(
  size: {readonly width: number; readonly height: number},
  classes: string,
  inside: string,
): string {
  const {width, height} = size.width > 0 && size.height > 0 ? size : USUAL
  const shape = width > height ? 'wide' : 'tall'
  return `<div class="frame ${shape} ${classes}" style="--w:${width};--h:${height}">${inside}</div>`
}
