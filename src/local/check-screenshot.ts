import {takesSize, typesForSize} from '../apple/display-types.ts'
import type {DisplayType} from '../apple/display-types.ts'
import type {PixelSize} from '../model/listing.ts'
import type {Medium} from '../model/listing.ts'
import type {Problem} from '../model/problem.ts'
import type {ImageFacts} from './image-facts.ts'
import {oneOf} from './nearest-name.ts'

/** The problems of a readable image of a known display type: its pixels, and its transparency. */
export function checkScreenshot(
  path: string,
  facts: ImageFacts & {readonly size: PixelSize},
  row: DisplayType,
): readonly Problem[] {
  const problems: Problem[] = []
  if (!takesSize(row, facts.size)) problems.push(wrongPixelSize(path, facts.size, row))
  if (!row.alphaAllowed && facts.transparency !== 'none') {
    problems.push({
      severity: 'error',
      code: 'alpha-not-allowed',
      path,
      finding:
        facts.transparency === 'channel'
          ? `has an alpha channel, which Apple refuses for ${row.type}`
          : `has a transparent colour (tRNS), which Apple refuses for ${row.type}`,
      expectation:
        'save it without transparency, for example "magick in.png -background white -alpha remove -alpha off out.png"',
    })
  }
  return problems
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
