import {typesForSize} from '../facts/display-types.ts'
import type {DisplayType} from '../facts/display-types.ts'
import type {PixelSize} from '../listing.ts'
import type {Platform} from '../../../core/platforms.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {noTypeForPixels} from './check-screenshot.ts'
import {otherPlatform} from './type-folder.ts'

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

/**
 * What to say of a screenshot directly in a locale folder whose pixels no type of the platform takes. Those of iPhone,
 * iPad, Watch and Mac tell the platform. Those of a television are also the most usual ones of any video or screen, so
 * that such a file may have been meant for the platform of the run.
 */
export function withoutType(path: string, size: PixelSize, platform: Platform): Problem {
  const problem = noTypeForPixels(path, size)
  const owners = new Set(typesForSize('screenshot', size).map((row) => row.platform))
  const [first, ...rest] = owners
  // The run's own platform takes it as a screenshot of another kind: not of iMessage, for example.
  if (first === undefined || owners.has(platform)) return problem
  if (rest.length > 0 || first === 'TV_OS') return {...problem, severity: 'warning'}
  return otherPlatform(path, first, platform)
}

function isSecondGeneration(path: string): boolean {
  return SECOND_GENERATION.some((pattern) => pattern.test(path))
}
