/**
 * What the store accepts, written down for the simulator alone, from Apple's machine-readable
 * specification of 2026 (its groups, image sizes, alpha and video facts): the action's own tables
 * must not be used here, or an error in them would never be seen.
 */

interface Group {
  /** `width x height`, as they lie in the file. */
  readonly images: readonly string[]
  /** Sizes that may have an alpha channel: all, or none. */
  readonly alpha: boolean
  readonly videos: readonly string[]
}

const turned = (...sizes: readonly string[]): readonly string[] =>
  sizes.flatMap((size) => [size, size.split('x').toReversed().join('x')])

const phoneVideo = turned('886x1920')
const padVideo = turned('1200x1600')

const groups = {
  IPHONE_DYNAMIC_ISLAND_LARGE: {
    images: turned('1290x2796', '1320x2868', '1260x2736'),
    alpha: false,
    videos: phoneVideo,
  },
  IPHONE_DYNAMIC_ISLAND_MEDIUM: {
    images: turned('1179x2556', '1206x2622'),
    alpha: false,
    videos: phoneVideo,
  },
  IPHONE_FACE_ID_LARGE: {
    images: turned('1242x2688', '1284x2778'),
    alpha: false,
    videos: phoneVideo,
  },
  IPHONE_FACE_ID_MEDIUM: {
    images: turned('1170x2532', '1080x2340', '1125x2436'),
    alpha: false,
    videos: phoneVideo,
  },
  IPHONE_HOME_BUTTON_LARGE: {
    images: turned('1242x2208'),
    alpha: true,
    videos: turned('1080x1920'),
  },
  IPHONE_HOME_BUTTON_MEDIUM: {
    images: turned('750x1334'),
    alpha: true,
    videos: turned('750x1334'),
  },
  IPHONE_HOME_BUTTON_40: {
    images: [...turned('640x1136'), '1136x600', '640x1096'],
    alpha: true,
    videos: turned('1080x1920'),
  },
  IPHONE_HOME_BUTTON_35: {
    images: [...turned('640x960', '320x480'), '960x600', '640x920', '480x300', '320x460'],
    alpha: true,
    videos: [],
  },
  IPAD_13: {images: turned('2048x2732', '2064x2752'), alpha: false, videos: padVideo},
  IPAD_11: {
    images: turned('1488x2266', '1668x2420', '1668x2388', '1640x2360'),
    alpha: false,
    videos: padVideo,
  },
  IPAD_129: {
    images: turned('2048x2732'),
    alpha: true,
    videos: turned('1200x1600', '900x1200'),
  },
  IPAD_105: {images: turned('1668x2224'), alpha: true, videos: padVideo},
  IPAD_97: {
    images: [...turned('768x1024', '1536x2048'), '768x1004', '1024x748', '1536x2008', '2048x1496'],
    alpha: true,
    videos: turned('900x1200'),
  },
  WATCH_ULTRA: {images: ['410x502', '422x514'], alpha: false, videos: []},
  WATCH_SERIES_10: {images: ['416x496'], alpha: false, videos: []},
  WATCH_SERIES_7: {images: ['396x484'], alpha: false, videos: []},
  WATCH_SERIES_4: {images: ['368x448'], alpha: true, videos: []},
  WATCH_SERIES_3: {images: ['312x390'], alpha: false, videos: []},
  MAC: {
    images: ['2880x1800', '2560x1600', '1440x900', '1280x800'],
    alpha: true,
    videos: ['1920x1080'],
  },
  TV: {images: ['1920x1080', '3840x2160'], alpha: true, videos: ['1920x1080']},
  VISION_PRO: {images: ['3840x2160'], alpha: true, videos: ['3840x2160']},
} as const satisfies Record<string, Group>

/** Classic type (without `APP_`) to placement group, as two independent tools map them. */
const groupOf: Readonly<Record<string, keyof typeof groups>> = {
  IPHONE_67: 'IPHONE_DYNAMIC_ISLAND_LARGE',
  IPHONE_61: 'IPHONE_DYNAMIC_ISLAND_MEDIUM',
  IPHONE_65: 'IPHONE_FACE_ID_LARGE',
  IPHONE_58: 'IPHONE_FACE_ID_MEDIUM',
  IPHONE_55: 'IPHONE_HOME_BUTTON_LARGE',
  IPHONE_47: 'IPHONE_HOME_BUTTON_MEDIUM',
  IPHONE_40: 'IPHONE_HOME_BUTTON_40',
  IPHONE_35: 'IPHONE_HOME_BUTTON_35',
  IPAD_PRO_3GEN_129: 'IPAD_13',
  IPAD_PRO_3GEN_11: 'IPAD_11',
  IPAD_PRO_129: 'IPAD_129',
  IPAD_105: 'IPAD_105',
  IPAD_97: 'IPAD_97',
  DESKTOP: 'MAC',
  APPLE_TV: 'TV',
  APPLE_VISION_PRO: 'VISION_PRO',
  WATCH_ULTRA: 'WATCH_ULTRA',
  WATCH_SERIES_10: 'WATCH_SERIES_10',
  WATCH_SERIES_7: 'WATCH_SERIES_7',
  WATCH_SERIES_4: 'WATCH_SERIES_4',
  WATCH_SERIES_3: 'WATCH_SERIES_3',
}

const names = Object.keys(groupOf)

/** Apple's schema PreviewType: no Watch. */
export const previewTypes = names.filter((name) => !name.startsWith('WATCH'))

/** Apple's schema ScreenshotDisplayType: iMessage for iPhone and iPad only. */
export const screenshotDisplayTypes = [
  ...names.map((name) => `APP_${name}`),
  ...names.filter((name) => /^(IPHONE|IPAD)/u.test(name)).map((name) => `IMESSAGE_APP_${name}`),
].filter((name) => name !== 'IMESSAGE_APP_IPHONE_35')

/** What a screenshot display type or preview type accepts; no sizes at all for an unknown type. */
export function specificationOf(type: string): Group {
  const group = groupOf[type.replace(/^(IMESSAGE_APP_|APP_)/u, '')]
  return group === undefined ? {images: [], alpha: false, videos: []} : groups[group]
}

/** The platform whose versions take sets of this type. */
export function platformOf(type: string): string {
  if (type.endsWith('DESKTOP')) return 'MAC_OS'
  if (type.endsWith('APPLE_TV')) return 'TV_OS'
  return type.endsWith('APPLE_VISION_PRO') ? 'VISION_OS' : 'IOS'
}

/** Apple's reference data: the largest file, image or video, in bytes. */
export const largestFile = 524_288_000

/** Apple's reference data for app previews. */
export const video = {
  shortest: 15,
  longest: 30,
  slowest: 23,
  fastest: 30,
} as const

/** Apple's page on editing a version: the states in which media may change. */
export const editableStates: ReadonlySet<string> = new Set([
  'PREPARE_FOR_SUBMISSION',
  'READY_FOR_REVIEW',
  'INVALID_BINARY',
  'REJECTED',
  'METADATA_REJECTED',
  'DEVELOPER_REJECTED',
])

/** The locales of the store, as fastlane lists them; Apple's schema has a free string. */
export const locales: ReadonlySet<string> = new Set(
  (
    'ar-SA bn-BD ca cs da de-DE el en-AU en-CA en-GB en-US es-ES es-MX fi fr-CA fr-FR gu-IN he hi ' +
    'hr hu id it ja kn-IN ko ml-IN mr-IN ms nl-NL no or-IN pa-IN pl pt-BR pt-PT ro ru sk sl-SI sv ' +
    'ta-IN te-IN th tr uk ur-PK vi zh-Hans zh-Hant'
  ).split(' '),
)
