import type {ImageTemplate} from '../model/listing.ts'

/**
 * Fills in the address of one of Apple's pictures; `bb` in it keeps the shape.
 *
 * @param height - In pixels.
 * @returns null for an address that is none of the web.
 */
export function pictureAddress(
  {templateUrl, width, height: full}: ImageTemplate,
  height: number,
): string | null {
  const address = templateUrl
    .replace('{w}', String(Math.round((width / full) * height)))
    .replace('{h}', String(height))
    .replace('{f}', 'jpg')
  if (!URL.canParse(address)) return null
  return ['https:', 'http:'].includes(new URL(address).protocol) ? address : null
}
