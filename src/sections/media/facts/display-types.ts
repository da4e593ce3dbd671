import type {Medium} from '../listing.ts'
import {DISPLAY_CLASSES} from './display-classes.ts'
import type {PixelSize} from '../../../core/vocabulary.ts'
import type {DisplayClass} from './display-classes.ts'
import type {Platform} from '../../../core/platforms.ts'

/** One of Apple's display types (screenshots) or preview types, with what it accepts. */
export interface DisplayType {
  /** Apple's name of it, such as `APP_IPHONE_67` or `IPHONE_67`. */
  readonly type: string
  readonly medium: Medium
  /** Apple's name of the size, such as `iPhone 6.9"`. */
  readonly device: string
  readonly platform: Platform
  /** Other names that its folder may have, in lower case. */
  readonly aliases: readonly string[]
  /** Every accepted size, each orientation separately. Empty if Apple accepts nothing any more. */
  readonly sizes: readonly PixelSize[]
  /** Whether an image may have transparency. Not used for videos. */
  readonly alphaAllowed: boolean
}

/**
 * The 33 display types and 16 preview types of API 4.4.1 (`ScreenshotDisplayType`, `PreviewType`), newest device
 * first. iMessage types accept the same as the device's own type.
 */
export const DISPLAY_TYPES: readonly DisplayType[] = [
  ...DISPLAY_CLASSES.map(screenshotType),
  ...DISPLAY_CLASSES.filter((row) => row.iMessage).map(iMessageType),
  ...DISPLAY_CLASSES.flatMap((row) =>
    row.previews === null ? [] : [previewType(row, row.previews)],
  ),
]

const byType = new Map(DISPLAY_TYPES.map((row) => [row.type, row]))

/** The row of a type, or undefined if Apple has no such type. */
export function displayType(type: string): DisplayType | undefined {
  return byType.get(type)
}

/** The name of a type's device, for reports: `APP_IPHONE_67` → `iPhone 6.9"`. Returns other text unchanged. */
export function deviceName(type: string): string {
  return byType.get(type)?.device ?? type
}

/** Where a type's device comes in reports: newest first, iMessage after all others. */
export function deviceRank(type: string): number {
  const row = byType.get(type)
  if (row === undefined) return DISPLAY_TYPES.length
  return DISPLAY_TYPES.findIndex(({device}) => device === row.device)
}

/** The types of a medium that accept these pixels, on any platform, newest device first. */
export function typesForSize(medium: Medium, size: PixelSize): readonly DisplayType[] {
  return DISPLAY_TYPES.filter((row) => row.medium === medium && takesSize(row, size))
}

/** Whether a type accepts these pixels in this orientation. */
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
