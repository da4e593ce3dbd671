import {REMOVE_ALPHA} from '../../../apple/delivery-errors.ts'
import {takesSize, typesForSize} from '../facts/display-types.ts'
import type {DisplayType} from '../facts/display-types.ts'
import type {PixelSize} from '../../../core/vocabulary.ts'
import type {Medium} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {listWithOr} from '../../../files/nearest-name.ts'
import type {Image} from '../../../files/read-image.ts'
import type {Objection} from './objection.ts'
import {objectionOf} from './objection.ts'

/** What may be wrong with a readable image of a display type: its format, its pixels, its transparency. */
export function checkScreenshot(
  path: string,
  {diagnostics, facts, content}: Image,
  row: DisplayType,
): readonly Objection[] {
  const objections = diagnostics.map((each) => objectionOf(path, each))
  if (!takesSize(row, facts.size)) {
    objections.push(objectionOf(path, wrongPixelSize(path, facts.size, row)))
  }
  if (!row.alphaAllowed && facts.mayBeTransparent && facts.complete) {
    objections.push({kind: 'transparency', path, sha256: content.sha256, type: row})
  }
  return objections
}

/** The diagnostic for an image with a transparent pixel where Apple accepts none. */
export function transparentPixels(path: string, {type}: DisplayType): Diagnostic {
  return errorAt(path, {
    code: 'alpha-not-allowed',
    what: `has transparent pixels, which Apple rejects for ${type}`,
    next: 'save it without transparency',
    command: REMOVE_ALPHA,
  })
}

/** The diagnostic for an image directly in a locale folder whose pixels no type of the platform accepts. */
export function noTypeForPixels(path: string, size: PixelSize): Diagnostic {
  const fitting = typesForSize('screenshot', size)
  return errorAt(path, {
    code: 'wrong-pixel-size',
    what: `is ${pixels(size)} pixels, which no display type of this platform accepts`,
    next:
      fitting.length > 0
        ? `${pixels(size)} belongs in ${inWords(fitting)}`
        : "export it in one of the sizes in Apple's screenshot specifications",
  })
}

/** The diagnostic for a file whose pixels its type does not accept. Names the types that do. */
export function wrongPixelSize(path: string, size: PixelSize, row: DisplayType): Diagnostic {
  const accepted = `export it as ${listWithOr(row.sizes.map(pixels))}`
  const fitting = fittingTypes(row.medium, size, row)
  return errorAt(path, {
    code: 'wrong-pixel-size',
    what: `is ${pixels(size)} pixels, which ${row.type} (${row.device}) does not accept`,
    next: fitting.length > 0 ? `move it to ${inWords(fitting)}, or ${accepted}` : accepted,
  })
}

/** Prefers types of the same platform. iMessage types only help if iMessage was meant. */
function fittingTypes(medium: Medium, size: PixelSize, row: DisplayType): readonly DisplayType[] {
  const family = typesForSize(medium, size).filter(
    (other) => other.type.startsWith('IMESSAGE_') === row.type.startsWith('IMESSAGE_'),
  )
  const near = family.filter(({platform}) => platform === row.platform)
  return near.length > 0 ? near : family
}

function inWords(rows: readonly DisplayType[]): string {
  return listWithOr(rows.map(({type, device}) => `${type} (${device})`))
}

function pixels({width, height}: PixelSize): string {
  return `${width}×${height}`
}
