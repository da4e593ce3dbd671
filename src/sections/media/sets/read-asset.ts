import type {AppPreview, AppScreenshot} from '@rage-against-the-pixel/app-store-connect-api'

import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {AttributesOf, Resource} from '../../../connect/document.ts'
import {readStoredFile} from '../../../transfer/stored-file.ts'
import type {ActualAsset, Medium} from '../listing.ts'

/** The attributes of screenshots and previews. Each resource has only some of them. */
export type AssetAttributes = AttributesOf<AppScreenshot> & AttributesOf<AppPreview>

/** Converts an asset of either medium to the type of the listing. */
export function readAsset(medium: Medium, resource: Resource<AssetAttributes>): ActualAsset {
  return {
    ...readStoredFile(UPLOAD_RESOURCES[medium], resource),
    posterTimeCode: resource.attributes?.previewFrameTimeCode ?? null,
  }
}
