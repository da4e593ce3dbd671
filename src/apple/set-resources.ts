/** Names in App Store Connect API 4.4.1 for the sets of a medium. */
export interface SetResource {
  /** The resource type; also its path and its relationship in the localization. */
  readonly type: 'appScreenshotSets' | 'appPreviewSets'
  /** The attribute with the display type or preview type. */
  readonly typeAttribute: 'screenshotDisplayType' | 'previewType'
  /** Its assets: their resource type, and the relationship to them. */
  readonly assets: 'appScreenshots' | 'appPreviews'
}

export const SET_RESOURCES: Readonly<Record<'screenshot' | 'preview', SetResource>> = {
  screenshot: {
    type: 'appScreenshotSets',
    typeAttribute: 'screenshotDisplayType',
    assets: 'appScreenshots',
  },
  preview: {type: 'appPreviewSets', typeAttribute: 'previewType', assets: 'appPreviews'},
}
