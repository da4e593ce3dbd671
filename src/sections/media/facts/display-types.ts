import type {Medium} from '../listing.ts'
import {DISPLAY_CLASSES} from './display-classes.ts'
import type {PixelSize} from '../listing.ts'
import type {DisplayClass} from './display-classes.ts'
import type {Platform} from '../../../core/platforms.ts'

/** One of Apple's display types (screenshots) or preview types, with what it takes. */
export interface DisplayType {
  /** Apple's name of it, such as `APP_IPHONE_67` or `IPHONE_67`. */
  readonly type: string
  readonly medium: Medium
  /** Apple's name of the size, such as `iPhone 6.9"`. */
  readonly device: string
  readonly platform: Platform
  /** Names that a folder may have besides the type itself, in lower case. */
  readonly aliases: readonly string[]
  /** Every accepted size, each orientation on its own. Empty where Apple takes nothing any more. */
  readonly sizes: readonly PixelSize[]
  /** Whether an image may have transparency; of no meaning for videos. */
  readonly alphaAllowed: boolean
}

/**
 * The 33 display types and 16 preview types of API 4.4.1 (`ScreenshotDisplayType`, `PreviewType`), newest
 * device first. iMessage types take what the device's own type takes.
 */
export const DISPLAY_TYPES: readonly DisplayType[] = [
  ...DISPLAY_CLASSES.map(screenshotType),
  ...DISPLAY_CLASSES.filter((row) => row.iMessage).map(iMessageType),
  ...DISPLAY_CLASSES.flatMap((row) =>
    row.previews === null ? [] : [previewType(row, row.previews)],
  ),
]

const byType = new Map(DISPLAY_TYPES.map((row) => [row.type, row]))

/** The row of one of Apple's types; undefined for a name that Apple does not have. */
export function displayType(type: string): DisplayType | undefined {
  return byType.get(type)
}

/** The device that a type stands for, in words, for reports: `APP_IPHONE_67` → `iPhone 6.9"`. Other text stays. */
export function deviceName(type: string): string {
  return byType.get(type)?.device ?? type
}

/** The types of a medium that take these pixels, on any platform, newest device first. */
export function typesForSize(medium: Medium, size: PixelSize): readonly DisplayType[] {
  return DISPLAY_TYPES.filter((row) => row.medium === medium && takesSize(row, size))
}

/** Tells whether a type takes these pixels in this orientation. */
export function takesSize(row: DisplayType, size: PixelSize): boolean {
  return row.sizes.some(({width, height}) => width === size.width && height === size.height)
}

function screenshotType(row: DisplayClass): DisplayType {
  return {
    type: `APP_${row.name}`,
    medium: 'screenshot',
    device: row.device,
    platform: row.platform,
    aliases: row.aliases,
    sizes: row.screenshots,
    alphaAllowed: row.alphaAllowed,
  }
}

function iMessageType(row: DisplayClass): DisplayType {
  return {
    ...screenshotType(row),
    type: `IMESSAGE_APP_${row.name}`,
    device: `iMessage ${row.device}`,
    aliases: row.aliases.map((alias) => `imessage-${alias}`),
  }
}

function previewType(row: DisplayClass, sizes: readonly PixelSize[]): DisplayType {
  return {...screenshotType(row), type: row.name, medium: 'preview', sizes}
}
