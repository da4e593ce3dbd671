/** Apple's platforms of an app version (`Platform` in the API specification 4.4.1). */
export const PLATFORMS = ['IOS', 'MAC_OS', 'TV_OS', 'VISION_OS'] as const

export type Platform = (typeof PLATFORMS)[number]
