import {pictureAddress} from '../../core/picture-address.ts'
import type {Run} from '../../core/run.ts'
import type {Card, Shelf} from '../../core/view.ts'
import type {PixelSize, StorePicture} from '../../core/vocabulary.ts'
import {asAddress, asText} from '../escape.ts'
import type {Addresses} from '../facts/context.ts'
import {storeId} from '../facts/store-id.ts'
import {deletedBy} from '../facts/store-now.ts'

/** The longer side of a picture, in CSS pixels. What is compared is larger than one of many. */
export const COMPARED = 240
export const ONE_OF_MANY = 120

/** As HTML, where a picture is missing beside others. */
export const NO_PICTURE = '<em>no picture</em>'

/** How a picture is shown. */
export interface Look {
  /** One of the above. */
  readonly size: number
  /** What it is of, for those who cannot see it and, if it is small, under the pointer. */
  readonly label: string
}

/** What can be shown of a run. Each gives HTML, or null if there is no picture. */
export interface Images {
  /** What a card replaces, removes or updates. */
  readonly before: (card: Card, look: Look) => string | null
  /** What a card shows after the run. */
  readonly after: (card: Card, shelf: Shelf, look: Look) => string | null
  /** What the store has, by Apple's id. */
  readonly stored: (id: string, look: Look) => string | null
}

export function imagesOf(run: Run, addresses: Addresses): Images {
  const {plan, pictures, results} = run
  const gone = deletedBy(plan?.steps ?? [], results)
  const stored: Images['stored'] = (id, look) => {
    const picture = pictures.get(id)
    // Apple may no longer serve what was deleted.
    return picture === undefined || gone.has(id) ? null : storePicture(picture, look)
  }
  /** Apple makes a new picture of it when the plan is carried out. */
  const isOutdated = ({update}: Card) => update !== null && results === null
  return {
    before(card, look) {
      const id = card.before?.id ?? (isOutdated(card) ? storeId(card.after, results) : null)
      return id === null ? null : stored(id, look)
    },
    after(card, {medium}, look) {
      if (medium === 'file') return null
      const id = isOutdated(card) ? null : storeId(card.after, results)
      const known = id === null ? null : stored(id, look)
      if (known !== null) return known
      const address = addresses.get(card.file?.path ?? '')
      if (address === undefined) return null
      // GitHub shows no videos from such URLs.
      if (medium === 'video') return `<a href="${asAddress(address)}">▶ video</a>`
      return image(address, card.file?.pixels ?? null, look)
    },
    stored,
  }
}

/** For high-density screens. A large one leads to the picture at full size, because its text should be readable. */
function storePicture(picture: StorePicture, look: Look): string | null {
  const {width, height} = picture
  const shown = height > width ? look.size : Math.round((look.size / width) * height)
  const address = pictureAddress(picture, shown * 2)
  if (address === null) return null
  const html = image(address, picture, look)
  const full = look.size === COMPARED ? pictureAddress(picture, height) : null
  return full === null ? html : `<a href="${asAddress(full)}">${html}</a>`
}

/**
 * GitHub adds a link to the image itself if there is none.
 *
 * @param pixels - Of the picture itself.
 */
function image(address: string, pixels: PixelSize | null, {size, label}: Look): string {
  const name = asText(label)
  const more = size === COMPARED ? 'align="middle"' : `title="${name}"`
  return `<img src="${asAddress(address)}" alt="${name}" ${sideOf(pixels, size)} ${more}>`
}

/** The width, because GitHub narrows what is too wide without making it less high. The height follows from it. */
function sideOf(pixels: PixelSize | null, size: number): string {
  if (pixels === null) return `height="${size}"`
  const {width, height} = pixels
  return `width="${height > width ? Math.round((size / height) * width) : size}"`
}
