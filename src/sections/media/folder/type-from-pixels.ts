import {typesForSize} from '../facts/display-types.ts'
import type {DisplayType} from '../facts/display-types.ts'
import type {PixelSize} from '../../../core/vocabulary.ts'
import type {Platform} from '../../../core/platforms.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {noTypeForPixels} from './check-screenshot.ts'
import {otherPlatform} from './type-folder.ts'

/**
 * Names for the 12.9" iPad of the 2nd generation: Apple's type, or the size together with the generation. Not
 * `ipadPro129`: fastlane's own downloads use that for the 3rd generation (`app_screenshot.rb`).
 */
const SECOND_GENERATION = [
  /app[ _-]ipad[ _-]pro[ _-]129/iu,
  /12[.,]9.*(?:2nd|second)[ _-]*gen(?:eration)?\b/iu,
  /(?:2nd|second)[ _-]*gen(?:eration)?\b.*12[.,]9/iu,
]

/**
 * The display type of a screenshot directly in a locale folder, as in fastlane's layout. The pixels determine the
 * type except in two cases: for 3840×2160 the platform decides, and 2048×2732 is the 13" iPad unless the path names
 * the 12.9" iPad of the 2nd generation.
 *
 * @param where.path - Folder and file name, relative to the workspace.
 * @returns undefined if no type of the platform accepts these pixels.
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
 * The diagnostic for a screenshot directly in a locale folder whose pixels no type of the platform accepts. Sizes of
 * iPhone, iPad, Watch and Mac identify the platform. Those of a television are also common for any video or screen,
 * so such a file may have been meant for the platform of the run.
 */
export function noTypeOnPlatform(path: string, size: PixelSize, platform: Platform): Diagnostic {
  const misfit = noTypeForPixels(path, size)
  const owners = new Set(typesForSize('screenshot', size).map((row) => row.platform))
  const [first, ...rest] = owners
  // The run's platform accepts it as another kind of screenshot, for example not for iMessage.
  if (first === undefined || owners.has(platform)) return misfit
  if (rest.length > 0 || first === 'TV_OS') return {...misfit, severity: 'warning'}
  return otherPlatform(path, first, platform)
}

function isSecondGeneration(path: string): boolean {
  return SECOND_GENERATION.some((pattern) => pattern.test(path))
}
