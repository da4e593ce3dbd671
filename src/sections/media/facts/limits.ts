import type {Medium} from '../listing.ts'

/**
 * The maximum number of files in a set and of bytes in a file: `groupLimits.maxCount` and `maxFileSize` of Apple's
 * `appAssetLibraryRefData`, the same for every display type.
 */
export const MEDIA_LIMITS: Readonly<
  Record<Medium, {readonly maximumPerSet: number; readonly maximumFileSize: number}>
> = {
  screenshot: {maximumPerSet: 10, maximumFileSize: 524_288_000},
  preview: {maximumPerSet: 3, maximumFileSize: 524_288_000},
}

/** What Apple accepts as a preview: `duration` (seconds) and `frameRates` of every preview specification there. */
export const PREVIEW_LIMITS = {
  minimumSeconds: 15,
  maximumSeconds: 30,
  minimumFrameRate: 23,
  maximumFrameRate: 30,
} as const

/** Apple's help, "Upload app previews and screenshots": the first one to three appear in search results. */
export const SCREENSHOTS_IN_SEARCH_RESULTS = 3
