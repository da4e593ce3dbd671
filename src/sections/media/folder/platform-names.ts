import type {Platform} from '../../../core/platforms.ts'
import {comparable} from '../../../files/nearest-name.ts'

/** Names that people give to the folder of a platform, as {@link comparable} returns them. */
const PLATFORM_WORDS: ReadonlyMap<string, Platform> = new Map([
  ...['ios', 'iphone', 'ipad', 'ipados', 'watch', 'watchos', 'apple-watch'].map(
    (word) => [word, 'IOS'] as const,
  ),
  ...['mac', 'macos', 'mac-os', 'osx', 'os-x', 'desktop', 'catalyst'].map(
    (word) => [word, 'MAC_OS'] as const,
  ),
  ...['tv', 'tvos', 'appletv', 'apple-tv'].map((word) => [word, 'TV_OS'] as const),
  ...['vision', 'visionos', 'visionpro', 'vision-pro', 'xros'].map(
    (word) => [word, 'VISION_OS'] as const,
  ),
])

const APPEARANCES = ['light', 'dark', 'light-mode', 'dark-mode']

/** The platform that a folder's name means, or undefined for other names. */
export function platformOfName(name: string): Platform | undefined {
  return PLATFORM_WORDS.get(comparable(name))
}

/** Whether a folder's name means a platform, a device or an appearance, so it cannot be a locale. */
export function isAboveLocales(name: string): boolean {
  return platformOfName(name) !== undefined || APPEARANCES.includes(comparable(name))
}
