import {takesSize, typesForSize} from '../facts/display-types.ts'
import type {DisplayType} from '../facts/display-types.ts'
import type {PixelSize} from '../listing.ts'
import type {Medium} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {oneOf} from '../../../files/nearest-name.ts'
import type {Objection} from './objection.ts'
import {objectionOf} from './objection.ts'
import type {Screenshot} from './read-media.ts'

/** What speaks against a readable image as one of a display type: what it is, its pixels, its transparency. */
export function checkScreenshot(
  path: string,
  {problems, facts, content}: Screenshot,
  row: DisplayType,
): readonly Objection[] {
  const objections = problems.map(objectionOf)
  if (!takesSize(row, facts.size)) {
    objections.push(objectionOf(wrongPixelSize(path, facts.size, row)))
  }
  if (!row.alphaAllowed && facts.mayBeTransparent && facts.complete) {
    objections.push({kind: 'transparency', path, sha256: content.sha256, type: row})
  }
  return objections
}

/** The problem of an image that has a transparent pixel where Apple takes none. */
export function transparentPixels(path: string, {type}: DisplayType): Problem {
  return {
    severity: 'error',
    code: 'alpha-not-allowed',
    path,
    finding: `has transparent pixels, which Apple refuses for ${type}`,
    expectation:
      'save it without transparency, for example "magick in.png -background white -alpha remove -alpha off out.png"',
  }
}

/** The problem of an image directly in a locale folder whose pixels no type of the platform takes. */
export function noTypeForPixels(path: string, size: PixelSize): Problem {
  const fitting = typesForSize('screenshot', size)
  return {
    severity: 'error',
    code: 'wrong-pixel-size',
    path,
    finding: `${pixels(size)} pixels fit no display type of this platform`,
    expectation:
      fitting.length > 0
        ? `${pixels(size)} belongs in ${inWords(fitting)}`
        : "save it in one of the sizes of Apple's screenshot specifications",
  }
}

/** The problem of a file whose pixels its type does not take, with the types that would. */
export function wrongPixelSize(path: string, size: PixelSize, row: DisplayType): Problem {
  const accepted = `${row.type} takes ${row.sizes.map(pixels).join(', ')}`
  const fitting = fittingTypes(row.medium, size, row)
  return {
    severity: 'error',
    code: 'wrong-pixel-size',
    path,
    finding: `${pixels(size)} pixels do not fit ${row.type} (${row.device})`,
    expectation:
      fitting.length > 0 ? `${pixels(size)} belongs in ${inWords(fitting)}; ${accepted}` : accepted,
  }
}

/** Types of the same platform come first; iMessage types only help where iMessage was meant. */
function fittingTypes(medium: Medium, size: PixelSize, row: DisplayType): readonly DisplayType[] {
  const family = typesForSize(medium, size).filter(
    (other) => other.type.startsWith('IMESSAGE_') === row.type.startsWith('IMESSAGE_'),
  )
  const near = family.filter(({platform}) => platform === row.platform)
  return near.length > 0 ? near : family
}

function inWords(rows: readonly DisplayType[]): string {
  return oneOf(rows.map(({type, device}) => `${type} (${device})`))
}

function pixels({width, height}: PixelSize): string {
  return `${width}×${height}`
}
