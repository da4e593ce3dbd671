/**
 * How to upload files to one kind of resource of App Store Connect API 4.4.1. This is all that `transfer/` knows
 * about a resource, so that another kind is another row.
 */
export interface UploadResource {
  /** The resource type; also its path. */
  readonly type: 'appScreenshots' | 'appPreviews'
  /** What a file belongs to: the relationship, and the type of the parent. */
  readonly parent: {
    readonly relationship: 'appScreenshotSet' | 'appPreviewSet'
    readonly type: 'appScreenshotSets' | 'appPreviewSets'
  }
  /** Whether a reservation has the MIME type of the file. */
  readonly takesMimeType: boolean
  /** The attribute for the checksum of the whole file in the commit: MD5 in lower-case hex. */
  readonly checksum: 'sourceFileChecksum'
  /** Attributes with its content, state and picture. */
  readonly fields: readonly string[]
  /**
   * Attributes with the delivery state, the decisive one first. For previews the other is deprecated, and says
   * COMPLETE as soon as the bytes are stored.
   */
  readonly deliveryState: readonly ('videoDeliveryState' | 'assetDeliveryState')[]
  /** Attributes that Apple fills only after processing the bytes. */
  readonly pictures: readonly ('imageAsset' | 'previewFrameImage' | 'videoUrl')[]
}

export const UPLOAD_RESOURCES = {
  screenshot: {
    type: 'appScreenshots',
    parent: {relationship: 'appScreenshotSet', type: 'appScreenshotSets'},
    takesMimeType: false,
    checksum: 'sourceFileChecksum',
    fields: ['fileSize', 'fileName', 'sourceFileChecksum', 'imageAsset', 'assetDeliveryState'],
    deliveryState: ['assetDeliveryState'],
    pictures: ['imageAsset'],
  },
  preview: {
    type: 'appPreviews',
    parent: {relationship: 'appPreviewSet', type: 'appPreviewSets'},
    takesMimeType: true,
    checksum: 'sourceFileChecksum',
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
} as const satisfies Readonly<Record<string, UploadResource>>
