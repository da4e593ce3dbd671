import {typesForSize} from '../apple/display-types.ts'
import type {DisplayType} from '../apple/display-types.ts'
import type {PixelSize} from '../model/listing.ts'
import type {Platform} from '../apple/platforms.ts'

/**
 * What names the 12.9" iPad of the 2nd generation: Apple's type, or the size together with the generation.
 * `ipadPro129` does not: fastlane's own downloads call the 3rd generation so (`app_screenshot.rb`).
 */
const SECOND_GENERATION = [
  /app[ _-]ipad[ _-]pro[ _-]129/iu,
  /12[.,]9.*(?:2nd|second)[ _-]*gen(?:eration)?\b/iu,
  /(?:2nd|second)[ _-]*gen(?:eration)?\b.*12[.,]9/iu,
]

/**
 * The display type of a screenshot that lies directly in a locale folder, as in fastlane's layout. Pixels
 * name the type but for two cases: 3840×2160 is settled by the platform, and 2048×2732 is the 13" iPad
 * unless the path names the 12.9" iPad of the 2nd generation.
 *
 * @param where.path Folder and file name, relative to the workspace.
 * @returns undefined when no type of the platform takes these pixels.
 */
export function typeFromPixels(
  size: PixelSize,
  where: {readonly platform: Platform; readonly iMessage: boolean; readonly path: string},
): DisplayType | undefined {
  const fitting = typesForSize('screenshot', size).filter(
    (row) => row.platform === where.platform && row.type.startsWith('IMESSAGE_') === where.iMessage,
  )
  const secondGeneration = fitting.find((row) => row.type.endsWith('IPAD_PRO_129'))
  if (secondGeneration === undefined || isSecondGeneration(where.path)) {
    return secondGeneration ?? fitting[0]
  }
  return fitting.find((row) => row !== secondGeneration)
}

function isSecondGeneration(path: string): boolean {
  return SECOND_GENERATION.some((pattern) => pattern.test(path))
}
