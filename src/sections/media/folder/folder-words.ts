import type {Platform} from '../../../core/platforms.ts'
import {comparable} from '../../../files/nearest-name.ts'

/** Names that people give the folder of a platform, as {@link comparable} has them. */
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

/** The platform that a folder's name stands for; undefined for other names. */
export function platformOfWord(name: string): Platform | undefined {
  return PLATFORM_WORDS.get(comparable(name))
}

/** Tells whether a folder's name is that of a platform, a device or an appearance: never a locale. */
export function isAboveLocales(name: string): boolean {
  return platformOfWord(name) !== undefined || APPEARANCES.includes(comparable(name))
}
