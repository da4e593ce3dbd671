import type {Vessel} from './vessel.ts'

/** Where an asset stands; nothing is scheduled, a read works it out from the clock. */
export type DeliveryState =
  | 'AWAITING_UPLOAD'
  | 'UPLOAD_COMPLETE'
  | 'PROCESSING'
  | 'COMPLETE'
  | 'FAILED'

/** The resources of App Store Connect that the simulator keeps, by their JSON:API type. */
export type ResourceType =
  | 'apps'
  | 'appStoreVersions'
  | 'appStoreVersionLocalizations'
  | 'appScreenshotSets'
  | 'appPreviewSets'
  | 'appScreenshots'
  | 'appPreviews'
  | 'appCategories'
  | 'appPricePoints'
  | 'territories'
  | EntityType

/** Those whose records have nothing of their own but what {@link Entity} has. */
export const ENTITY_TYPES = [
  'appClips',
  'appClipDefaultExperiences',
  'appClipDefaultExperienceLocalizations',
  'appClipHeaderImages',
  'appClipAdvancedExperiences',
  'appClipAdvancedExperienceLocalizations',
  'appClipAdvancedExperienceImages',
  'appStoreReviewDetails',
  'appStoreReviewAttachments',
  'routingAppCoverages',
  'backgroundAssets',
  'backgroundAssetVersions',
  'backgroundAssetVersionInternalBetaReleases',
  'backgroundAssetVersionAppStoreReleases',
  'backgroundAssetUploadFiles',
  'appInfos',
  'appInfoLocalizations',
  'ageRatingDeclarations',
  'appPriceSchedules',
  'appPrices',
  'builds',
  'preReleaseVersions',
  'appStoreVersionPhasedReleases',
  'reviewSubmissions',
  'reviewSubmissionItems',
] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

export function isEntityType(type: string): type is EntityType {
  return ENTITY_TYPES.some((each) => each === type)
}

export type Medium = 'screenshot' | 'preview'

export interface App {
  readonly id: string
  readonly bundleId: string
  readonly name: string
  readonly sku: string
  primaryLocale: string
  contentRightsDeclaration: string | null
}

export interface Version {
  readonly id: string
  readonly appId: string
  readonly platform: string
  readonly createdDate: string
  versionString: string
  copyright: string | null
  reviewType: string | null
  releaseType: string | null
  /** In ISO 8601; null if the version is not scheduled. */
  earliestReleaseDate: string | null
  /** Lists leave the record out before this moment. */
  readonly visibleFrom: number
  state: string
}

export interface Localization {
  readonly id: string
  readonly versionId: string
  readonly locale: string
  readonly visibleFrom: number
  /** By Apple's names; one that is missing is not set. */
  texts: Readonly<Record<string, string | null>>
}

export interface MediaSet {
  readonly id: string
  readonly medium: Medium
  readonly localizationId: string
  readonly type: string
  readonly visibleFrom: number
  /** Ids of the assets, in the order the store shows them. */
  order: readonly string[]
}

/** What Apple calls an upload operation. */
export interface Operation {
  readonly partNumber: number
  readonly method: string
  /** Path and query, byte for byte as the client has to send them. */
  readonly target: string
  readonly url: string
  readonly offset: number
  readonly length: number
  readonly requestHeaders: readonly {readonly name: string; readonly value: string}[]
}

export interface AssetError {
  readonly code: string
  readonly description: string
}

/** How processing ended, and from when on reads show it. */
export type Outcome =
  | {
      readonly state: 'COMPLETE'
      readonly at: number
      readonly width: number
      readonly height: number
      /** In seconds; null when the file was not decoded. */
      readonly duration: number | null
    }
  | {readonly state: 'FAILED'; readonly at: number; readonly errors: readonly AssetError[]}

/** A file on its way to the store, or in it. */
export interface Upload {
  readonly id: string
  readonly fileName: string
  readonly fileSize: number
  readonly mimeType: string
  readonly visibleFrom: number
  /** Seconds since 1970. */
  expires: number
  operations: readonly Operation[]
  readonly vessel: Vessel
  /** Numbers of the parts that have arrived whole. */
  readonly received: Set<number>
  /** MD5 of the received bytes, once known. */
  md5: string | null
  /** What the commit said, and by which algorithm. */
  checksum: string | null
  algorithm: 'MD5' | 'SHA_256'
  committedAt: number | null
  outcome: Outcome | null
}

/** A screenshot or preview. */
export interface Asset extends Upload {
  readonly medium: Medium
  readonly setId: string
  posterTimeCode: string | null
  /** From when on the poster of `posterTimeCode` is ready; null until it was changed after processing. */
  posterReadyAt: number | null
}

/** A record of a kind that needs no code of its own: attributes, links, and perhaps a file. */
export interface Entity {
  readonly id: string
  readonly type: EntityType
  readonly visibleFrom: number
  /** Those that answers show, but for those of the file. */
  attributes: Readonly<Record<string, unknown>>
  /** Ids at the other end of the relationships to one. */
  related: Readonly<Record<string, string | null>>
  readonly upload: Upload | null
}
