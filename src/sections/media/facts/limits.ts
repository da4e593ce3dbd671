import type {Medium} from '../listing.ts'

/**
 * How many files a set holds and how many bytes a file has at most: `groupLimits.maxCount` and `maxFileSize`
 * of Apple's `appAssetLibraryRefData`, the same for every display type.
 */
export const MEDIA_LIMITS: Readonly<
  Record<Medium, {readonly maximumPerSet: number; readonly maximumFileSize: number}>
> = {
  screenshot: {maximumPerSet: 10, maximumFileSize: 524_288_000},
  preview: {maximumPerSet: 3, maximumFileSize: 524_288_000},
}

/** What Apple takes as a preview: `duration` (seconds) and `frameRates` of every preview specification there. */
export const PREVIEW_LIMITS = {
  minimumSeconds: 15,
  maximumSeconds: 30,
  minimumFrameRate: 23,
  maximumFrameRate: 30,
} as const
