import {wholeNumber, listOf, objectWith, optional, text} from './validators.ts'
import type {Validator} from './validators.ts'

const deliveryState = objectWith({
  state: optional(text),
  errors: optional(listOf(objectWith({code: optional(text), description: optional(text)}))),
})

/** The byte ranges are checked where the size of the file is known. */
const uploadOperation = objectWith({
  method: optional(text),
  url: optional(text),
  requestHeaders: optional(listOf(objectWith({name: optional(text), value: optional(text)}))),
})

/**
 * The attributes that we read. Each has one type on all resources that have it (App Store Connect API 4.4.1). In live
 * answers each may be missing or null. Pictures are not checked: no run fails for a picture.
 */
export const validateAttributes: Validator = objectWith({
  appStoreState: optional(text),
  appVersionState: optional(text),
  assetDeliveryState: optional(deliveryState),
  bundleId: optional(text),
  createdDate: optional(text),
  description: optional(text),
  fileName: optional(text),
  fileSize: optional(wholeNumber),
  keywords: optional(text),
  locale: optional(text),
  marketingUrl: optional(text),
  platform: optional(text),
  previewFrameTimeCode: optional(text),
  previewType: optional(text),
  promotionalText: optional(text),
  screenshotDisplayType: optional(text),
  sourceFileChecksum: optional(text),
  supportUrl: optional(text),
  uploadOperations: optional(listOf(uploadOperation)),
  versionString: optional(text),
  videoDeliveryState: optional(deliveryState),
  whatsNew: optional(text),
})
