/**
 * How to upload files to one kind of resource of App Store Connect API 4.4.1. This is all that `transfer/` knows
 * about a resource, so that another kind is another row.
 */
export interface UploadResource {
  /** What the files are, in the words of App Store Connect. */
  readonly words: string
  /** Where the files lie, relative to `root`. */
  readonly files: string
  /** The resource type; also its path. */
  readonly type: string
  /** What a file belongs to: the relationship, and the type of the parent. Null if files are made without a parent. */
  readonly parent: {readonly relationship: string; readonly type: string} | null
  /** What a reservation says besides name and size. */
  readonly attributes: Readonly<Record<string, string>>
  /** Whether a reservation has the MIME type of the file. */
  readonly takesMimeType: boolean
  /**
   * The attribute for the checksum of the whole file in the commit: MD5 in lower-case hex, or `Checksums` with the name
   * of the algorithm beside the hash.
   */
  readonly checksum: 'sourceFileChecksum' | 'sourceFileChecksums'
  /** Whether answers surely have the checksum of a complete file. */
  readonly showsChecksum: boolean
  /** Attributes with its content, state and picture. */
  readonly fields: readonly string[]
  /**
   * Attributes with the delivery state, the decisive one first. For previews the other is deprecated, and says
   * COMPLETE as soon as the bytes are stored.
   */
  readonly deliveryState: readonly ('videoDeliveryState' | 'assetDeliveryState')[]
  /** Attributes that Apple fills only after processing the bytes. */
  readonly pictures: readonly ('imageAsset' | 'previewFrameImage' | 'videoUrl')[]
  /** Whether Apple lets a file be deleted, and with it an unfinished or rejected one. */
  readonly isDeletable: boolean
}

const FILE_FIELDS = ['fileSize', 'fileName', 'sourceFileChecksum', 'assetDeliveryState'] as const

/** What most kinds have in common. */
const PLAIN = {
  attributes: {},
  takesMimeType: false,
  checksum: 'sourceFileChecksum',
  showsChecksum: true,
  fields: FILE_FIELDS,
  deliveryState: ['assetDeliveryState'],
  pictures: [],
  isDeletable: true,
} as const

const PICTURE = {
  ...PLAIN,
  fields: [...FILE_FIELDS, 'imageAsset'],
  pictures: ['imageAsset'],
} as const

/** The file has a delivery state of its own, but the state of its version decides. */
const BACKGROUND = {
  ...PLAIN,
  type: 'backgroundAssetUploadFiles',
  parent: {relationship: 'backgroundAssetVersion', type: 'backgroundAssetVersions'},
  checksum: 'sourceFileChecksums',
  // Apple's page on background assets commits without one, and shows no answer that has one.
  showsChecksum: false,
  fields: [...FILE_FIELDS, 'sourceFileChecksums', 'assetType'],
  isDeletable: false,
} as const

export const UPLOAD_RESOURCES = {
  screenshot: {
    ...PICTURE,
    words: 'Screenshots',
    files: 'screenshots/<locale>/<display type>/*.{png,jpg,jpeg}',
    type: 'appScreenshots',
    parent: {relationship: 'appScreenshotSet', type: 'appScreenshotSets'},
  },
  preview: {
    ...PLAIN,
    words: 'App previews',
    files: 'previews/<locale>/<preview type>/*.{mp4,mov,m4v}',
    type: 'appPreviews',
    parent: {relationship: 'appPreviewSet', type: 'appPreviewSets'},
    takesMimeType: true,
    fields: [
      'fileSize',
      'fileName',
      'sourceFileChecksum',
      'previewFrameTimeCode',
      'previewFrameImage',
      'videoUrl',
      'assetDeliveryState',
      'videoDeliveryState',
    ],
    deliveryState: ['videoDeliveryState', 'assetDeliveryState'],
    pictures: ['previewFrameImage', 'videoUrl'],
  },
  clipHeader: {
    ...PICTURE,
    words: 'App Clip card images',
    files: 'app-clip/[<clip bundle ID>/]<locale>/header.{png,jpg,jpeg}',
    type: 'appClipHeaderImages',
    parent: {
      relationship: 'appClipDefaultExperienceLocalization',
      type: 'appClipDefaultExperienceLocalizations',
    },
  },
  clipExperienceImage: {
    ...PICTURE,
    words: 'Advanced App Clip experience images',
    files: 'app-clip-experiences/<name>/header.{png,jpg,jpeg}',
    type: 'appClipAdvancedExperienceImages',
    parent: null,
    isDeletable: false,
  },
  reviewAttachment: {
    ...PLAIN,
    words: 'App Review attachments',
    files: 'review-attachments/*',
    type: 'appStoreReviewAttachments',
    parent: {relationship: 'appStoreReviewDetail', type: 'appStoreReviewDetails'},
  },
  routingCoverage: {
    ...PLAIN,
    words: 'Routing app coverage',
    files: 'routing-coverage.geojson',
    type: 'routingAppCoverages',
    parent: {relationship: 'appStoreVersion', type: 'appStoreVersions'},
  },
  assetPack: {
    ...BACKGROUND,
    words: 'Background asset packs',
    files: 'background-assets/<asset pack ID>.aar',
    attributes: {assetType: 'ASSET'},
  },
  assetPackManifest: {
    ...BACKGROUND,
    words: 'Background asset manifests',
    files: 'background-assets/<asset pack ID>.json',
    attributes: {assetType: 'MANIFEST'},
  },
} as const satisfies Readonly<Record<string, UploadResource>>

export type UploadFamily = keyof typeof UPLOAD_RESOURCES
