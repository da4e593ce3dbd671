import type {PixelSize} from '../../../core/vocabulary.ts'
import type {Platform} from '../../../core/platforms.ts'

/** A class of displays: what Apple's screenshot, iMessage and preview types for one device size share. */
export interface DisplayClass {
  /** The common part of Apple's type names: the preview type itself, and the other types without their prefix. */
  readonly name: string
  readonly device: string
  readonly platform: Platform
  readonly aliases: readonly string[]
  readonly screenshots: readonly PixelSize[]
  readonly alphaAllowed: boolean
  readonly iMessage: boolean
  /** Null if Apple has no preview type. Empty if it has one but accepts nothing for it any more. */
  readonly previews: readonly PixelSize[] | null
}

/**
 * Transcribed from Apple's machine-readable specification (`appAssetLibraryRefData`, read October 2026); a
 * test compares every row with it. Device sizes as App Store Connect Help calls them: the type that says 67
 * is the 6.9" slot, the one that says 61 the 6.3" slot.
 */
export const DISPLAY_CLASSES: readonly DisplayClass[] = [
  {
    name: 'IPHONE_67',
    device: 'iPhone 6.9"',
    platform: 'IOS',
    aliases: ['iphone-6.9', 'iphone-6.7'],
    screenshots: either([1260, 2736], [1290, 2796], [1320, 2868]),
    alphaAllowed: false,
    iMessage: true,
    previews: either([886, 1920]),
  },
  {
    name: 'IPHONE_65',
    device: 'iPhone 6.5"',
    platform: 'IOS',
    aliases: ['iphone-6.5'],
    screenshots: either([1242, 2688], [1284, 2778]),
    alphaAllowed: false,
    iMessage: true,
    previews: either([886, 1920]),
  },
  {
    name: 'IPHONE_61',
    device: 'iPhone 6.3"',
    platform: 'IOS',
    aliases: ['iphone-6.3'],
    screenshots: either([1179, 2556], [1206, 2622]),
    alphaAllowed: false,
    iMessage: true,
    previews: either([886, 1920]),
  },
  {
    name: 'IPHONE_58',
    device: 'iPhone 6.1"',
    platform: 'IOS',
    aliases: ['iphone-6.1', 'iphone-5.8'],
    screenshots: either([1080, 2340], [1125, 2436], [1170, 2532]),
    alphaAllowed: false,
    iMessage: true,
    previews: either([886, 1920]),
  },
  {
    name: 'IPHONE_55',
    device: 'iPhone 5.5"',
    platform: 'IOS',
    aliases: ['iphone-5.5'],
    screenshots: either([1242, 2208]),
    alphaAllowed: true,
    iMessage: true,
    previews: either([1080, 1920]),
  },
  {
    name: 'IPHONE_47',
    device: 'iPhone 4.7"',
    platform: 'IOS',
    aliases: ['iphone-4.7'],
    screenshots: either([750, 1334]),
    alphaAllowed: true,
    iMessage: true,
    previews: either([750, 1334]),
  },
  {
    name: 'IPHONE_40',
    device: 'iPhone 4"',
    platform: 'IOS',
    aliases: ['iphone-4.0', 'iphone-4'],
    screenshots: [...either([640, 1136]), ...only([640, 1096], [1136, 600])],
    alphaAllowed: true,
    iMessage: true,
    previews: either([1080, 1920]),
  },
  {
    name: 'IPHONE_35',
    device: 'iPhone 3.5"',
    platform: 'IOS',
    aliases: ['iphone-3.5'],
    screenshots: [
      ...either([640, 960], [320, 480]),
      ...only([640, 920], [960, 600], [320, 460], [480, 300]),
    ],
    alphaAllowed: true,
    // Apple has no IMESSAGE_APP_IPHONE_35, and accepts no previews of this size any more.
    iMessage: false,
    previews: [],
  },
  {
    name: 'IPAD_PRO_3GEN_129',
    device: 'iPad 13"',
    platform: 'IOS',
    aliases: ['ipad-13', 'ipad-12.9', 'ipad-12.9-3rd-gen'],
    screenshots: either([2048, 2732], [2064, 2752]),
    alphaAllowed: false,
    iMessage: true,
    previews: either([1200, 1600]),
  },
  {
    name: 'IPAD_PRO_3GEN_11',
    device: 'iPad 11"',
    platform: 'IOS',
    aliases: ['ipad-11'],
    screenshots: either([1488, 2266], [1640, 2360], [1668, 2388], [1668, 2420]),
    alphaAllowed: false,
    iMessage: true,
    previews: either([1200, 1600]),
  },
  {
    name: 'IPAD_PRO_129',
    device: 'iPad 12.9" (2nd generation)',
    platform: 'IOS',
    aliases: ['ipad-12.9-2nd-gen'],
    screenshots: either([2048, 2732]),
    alphaAllowed: true,
    iMessage: true,
    previews: either([900, 1200], [1200, 1600]),
  },
  {
    name: 'IPAD_105',
    device: 'iPad 10.5"',
    platform: 'IOS',
    aliases: ['ipad-10.5'],
    screenshots: either([1668, 2224]),
    alphaAllowed: true,
    iMessage: true,
    previews: either([1200, 1600]),
  },
  {
    name: 'IPAD_97',
    device: 'iPad 9.7"',
    platform: 'IOS',
    aliases: ['ipad-9.7'],
    screenshots: [
      ...either([1536, 2048], [768, 1024]),
      ...only([1536, 2008], [2048, 1496], [768, 1004], [1024, 748]),
    ],
    alphaAllowed: true,
    iMessage: true,
    previews: either([900, 1200]),
  },
  {
    name: 'WATCH_ULTRA',
    device: 'Apple Watch Ultra',
    platform: 'IOS',
    aliases: ['watch-ultra'],
    screenshots: only([410, 502], [422, 514]),
    alphaAllowed: false,
    iMessage: false,
    previews: null,
  },
  {
    name: 'WATCH_SERIES_10',
    device: 'Apple Watch Series 10',
    platform: 'IOS',
    aliases: ['watch-series-10'],
    screenshots: only([416, 496]),
    alphaAllowed: false,
    iMessage: false,
    previews: null,
  },
  {
    name: 'WATCH_SERIES_7',
    device: 'Apple Watch Series 7',
    platform: 'IOS',
    aliases: ['watch-series-7'],
    screenshots: only([396, 484]),
    alphaAllowed: false,
    iMessage: false,
    previews: null,
  },
  {
    name: 'WATCH_SERIES_4',
    device: 'Apple Watch Series 4',
    platform: 'IOS',
    aliases: ['watch-series-4'],
    screenshots: only([368, 448]),
    alphaAllowed: true,
    iMessage: false,
    previews: null,
  },
  {
    name: 'WATCH_SERIES_3',
    device: 'Apple Watch Series 3',
    platform: 'IOS',
    aliases: ['watch-series-3'],
    screenshots: only([312, 390]),
    alphaAllowed: false,
    iMessage: false,
    previews: null,
  },
  {
    name: 'DESKTOP',
    device: 'Mac',
    platform: 'MAC_OS',
    aliases: ['mac'],
    screenshots: only([1280, 800], [1440, 900], [2560, 1600], [2880, 1800]),
    alphaAllowed: true,
    iMessage: false,
    previews: only([1920, 1080]),
  },
  {
    name: 'APPLE_TV',
    device: 'Apple TV',
    platform: 'TV_OS',
    aliases: ['apple-tv'],
    screenshots: only([1920, 1080], [3840, 2160]),
    alphaAllowed: true,
    iMessage: false,
    previews: only([1920, 1080]),
  },
  {
    name: 'APPLE_VISION_PRO',
    device: 'Apple Vision Pro',
    platform: 'VISION_OS',
    aliases: ['vision-pro', 'apple-vision-pro'],
    screenshots: only([3840, 2160]),
    alphaAllowed: true,
    iMessage: false,
    previews: only([3840, 2160]),
  },
]

function only(...sizes: readonly (readonly [number, number])[]): readonly PixelSize[] {
  return sizes.map(([width, height]) => ({width, height}))
}

function either(...portraits: readonly (readonly [number, number])[]): readonly PixelSize[] {
  return portraits.flatMap(([width, height]) => only([width, height], [height, width]))
}
