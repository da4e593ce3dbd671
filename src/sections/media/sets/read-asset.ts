import type {AppPreview, AppScreenshot} from '@rage-against-the-pixel/app-store-connect-api'

import {UPLOAD_RESOURCES} from '../../../apple/upload-resources.ts'
import type {AttributesOf, Resource} from '../../../connect/document.ts'
import {isPixels} from '../../../core/pixels.ts'
import {isRecord, isText} from '../../../core/json-values.ts'
import type {StorePicture} from '../../../core/vocabulary.ts'
import {readDelivery} from '../../../transfer/asset.ts'
import type {ActualAsset, Medium} from '../listing.ts'

/** The attributes of screenshots and previews. Each resource has only some of them. */
export type AssetAttributes = AttributesOf<AppScreenshot> & AttributesOf<AppPreview>

/** Converts an asset of either medium to the type of the listing. */
export function readAsset(
  medium: Medium,
  {id, attributes}: Resource<AssetAttributes>,
): ActualAsset {
  return {
    id,
    fileName: attributes?.fileName ?? '',
    fileSize: attributes?.fileSize ?? 0,
    md5: attributes?.sourceFileChecksum?.toLowerCase() ?? null,
    ...readDelivery(UPLOAD_RESOURCES[medium], attributes ?? {}),
    resumable: false,
    posterTimeCode: attributes?.previewFrameTimeCode ?? null,
    image: readImage(
      attributes?.imageAsset ?? imageOf(attributes?.previewFrameImage),
      attributes?.videoUrl,
    ),
  }
}

function imageOf(frame: unknown): unknown {
  return isRecord(frame) ? frame['image'] : null
}

/** A picture is not worth an error: an unexpected description counts as no picture. */
function readImage(image: unknown, videoUrl: unknown): StorePicture | null {
  const {templateUrl, width, height} = isRecord(image) ? image : {}
  if (!isText(templateUrl) || !isPixels(width) || !isPixels(height)) return null
  return {templateUrl, width, height, videoUrl: isText(videoUrl) ? videoUrl : null}
}
