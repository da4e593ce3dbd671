import type {Medium} from '../sections/media/listing.ts'

/** How App Store Connect API 4.4.1 names and carries the sets and assets of a medium. */
export interface MediaResource {
  /** Resource type of an asset; also its path and its relationship in the set. */
  readonly asset: 'appScreenshots' | 'appPreviews'
  /** Resource type of a set; also its path and its relationship in the localization. */
  readonly set: 'appScreenshotSets' | 'appPreviewSets'
  /** The relationship of an asset to its set. */
  readonly parent: 'appScreenshotSet' | 'appPreviewSet'
  /** The attribute of a set that names what it is for. */
  readonly typeAttribute: 'screenshotDisplayType' | 'previewType'
  /** Attributes of an asset that tell its content, state and picture. */
  readonly fields: readonly string[]
  /**
   * Attributes that hold the delivery state, the telling one first. For previews the other is deprecated, and says
   * COMPLETE as soon as the bytes are stored.
   */
  readonly deliveryState: readonly ('videoDeliveryState' | 'assetDeliveryState')[]
}

export const MEDIA_RESOURCES: Readonly<Record<Medium, MediaResource>> = {
  screenshot: {
    asset: 'appScreenshots',
    set: 'appScreenshotSets',
    parent: 'appScreenshotSet',
    typeAttribute: 'screenshotDisplayType',
    fields: ['fileSize', 'fileName', 'sourceFileChecksum', 'imageAsset', 'assetDeliveryState'],
    deliveryState: ['assetDeliveryState'],
  },
  preview: {
    asset: 'appPreviews',
    set: 'appPreviewSets',
    parent: 'appPreviewSet',
    typeAttribute: 'previewType',
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
  },
}
