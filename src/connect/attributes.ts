import {wholeNumber, listOf, objectWith, optional, text} from './validators.ts'
import type {Validator} from './validators.ts'

const reason = objectWith({code: optional(text), description: optional(text)})

const deliveryState = objectWith({
  state: optional(text),
  errors: optional(listOf(reason)),
})

/** The byte ranges are checked where the size of the file is known. */
const uploadOperation = objectWith({
  expiration: optional(text),
  method: optional(text),
  url: optional(text),
  requestHeaders: optional(listOf(objectWith({name: optional(text), value: optional(text)}))),
})

/**
 * The attributes that we read. Each has one type on all resources that have it (App Store Connect API 4.4.1). In live
 * answers each may be missing or null. Pictures are not checked: no run fails for a picture.
 */
export const validateAttributes: Validator = objectWith({
  action: optional(text),
  appStoreState: optional(text),
  appVersionState: optional(text),
  assetPackIdentifier: optional(text),
  assetType: optional(text),
  assetDeliveryState: optional(deliveryState),
  bundleId: optional(text),
  createdDate: optional(text),
  description: optional(text),
  fileName: optional(text),
  fileSize: optional(wholeNumber),
  keywords: optional(text),
  link: optional(text),
  locale: optional(text),
  marketingUrl: optional(text),
  platform: optional(text),
  previewFrameTimeCode: optional(text),
  previewType: optional(text),
  promotionalText: optional(text),
  screenshotDisplayType: optional(text),
  sourceFileChecksum: optional(text),
  stateDetails: optional(objectWith({errors: optional(listOf(reason))})),
  sourceFileChecksums: optional(
    objectWith({file: optional(objectWith({hash: optional(text), algorithm: optional(text)}))}),
  ),
  status: optional(text),
  subtitle: optional(text),
  supportUrl: optional(text),
  uploadOperations: optional(listOf(uploadOperation)),
  versionString: optional(text),
  videoDeliveryState: optional(deliveryState),
  whatsNew: optional(text),
})
