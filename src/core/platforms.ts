/** Apple's platforms of an app version (`Platform` in the API specification 4.4.1). */
export const PLATFORMS = ['IOS', 'MAC_OS', 'TV_OS', 'VISION_OS'] as const

export type Platform = (typeof PLATFORMS)[number]

/** Tells whether a text is one of Apple's platforms, exactly as Apple writes it. */
export function isPlatform(text: string): text is Platform {
  return PLATFORMS.some((platform) => platform === text)
}
