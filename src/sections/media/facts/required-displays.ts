import type {Platform} from '../../../core/platforms.ts'

/** A device whose screenshots App Store Connect needs before a review: one of the display types will do. */
export interface RequiredDisplay {
  /** In messages. */
  readonly words: string
  /** Apple's display types, the preferred one first. */
  readonly types: readonly string[]
  /** The prefix of the types that show that the app runs on the device; null if every app of the platform does. */
  readonly ifAny: string | null
}

/** App Store Connect Help, "Screenshot specifications": the largest size of a device is required, others are scaled. */
export const REQUIRED_DISPLAYS: Readonly<Record<Platform, readonly RequiredDisplay[]>> = {
  IOS: [
    {words: 'iPhone 6.9" or 6.5"', types: ['APP_IPHONE_67', 'APP_IPHONE_65'], ifAny: null},
    {words: 'iPad 13"', types: ['APP_IPAD_PRO_3GEN_129'], ifAny: 'APP_IPAD_'},
  ],
  MAC_OS: [{words: 'Mac', types: ['APP_DESKTOP'], ifAny: null}],
  TV_OS: [{words: 'Apple TV', types: ['APP_APPLE_TV'], ifAny: null}],
  VISION_OS: [{words: 'Apple Vision Pro', types: ['APP_APPLE_VISION_PRO'], ifAny: null}],
}
