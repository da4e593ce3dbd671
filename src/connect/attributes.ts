import {count, listOf, objectWith, optional, text} from './form.ts'
import type {Form} from './form.ts'

const deliveryState = objectWith({
  state: optional(text),
  errors: optional(listOf(objectWith({code: optional(text), description: optional(text)}))),
})

/** Which bytes a part has is judged where the size of the file is known. */
const uploadOperation = objectWith({
  method: optional(text),
  url: optional(text),
  requestHeaders: optional(listOf(objectWith({name: optional(text), value: optional(text)}))),
})

/**
 * The attributes that are read, each of one form on all resources that have it (App Store Connect API 4.4.1). In live
 * answers each may be missing or null. Those of pictures are left out: no run fails for a picture.
 */
export const ATTRIBUTES: Form = objectWith({
  appStoreState: optional(text),
  appVersionState: optional(text),
  assetDeliveryState: optional(deliveryState),
  bundleId: optional(text),
  createdDate: optional(text),
  fileName: optional(text),
  fileSize: optional(count),
  locale: optional(text),
  platform: optional(text),
  previewFrameTimeCode: optional(text),
  previewType: optional(text),
  screenshotDisplayType: optional(text),
  sourceFileChecksum: optional(text),
  uploadOperations: optional(listOf(uploadOperation)),
  versionString: optional(text),
  videoDeliveryState: optional(deliveryState),
})
