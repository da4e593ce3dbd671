import type {AppPreview, AppScreenshot} from '@rage-against-the-pixel/app-store-connect-api'

import {MEDIA_RESOURCES} from '../../apple/media-resources.ts'
import type {AttributesOf, Live, Resource} from '../../connect/document.ts'
import type {
  ActualAsset,
  AppleReason,
  Delivery,
  ImageTemplate,
  Medium,
} from '../../model/listing.ts'
import {isPixels} from '../../model/pixels.ts'

/** What a screenshot and a preview can say of themselves; each says only a part of it. */
export type AssetAttributes = AttributesOf<AppScreenshot> & AttributesOf<AppPreview>

export type AssetResource = Resource<AssetAttributes>

type State = Live<NonNullable<AssetAttributes['videoDeliveryState']>>

/** Puts an asset of either medium into the terms of the listing. */
export function readAsset(medium: Medium, {id, attributes}: AssetResource): ActualAsset {
  return {
    id,
    fileName: attributes?.fileName ?? '',
    fileSize: attributes?.fileSize ?? 0,
    md5: attributes?.sourceFileChecksum?.toLowerCase() ?? null,
    delivery: readDelivery(medium, attributes ?? {}),
    resumable: false,
    posterTimeCode: attributes?.previewFrameTimeCode ?? null,
    image: readImage(attributes?.imageAsset ?? attributes?.previewFrameImage?.image),
  }
}

function readDelivery(medium: Medium, attributes: Live<AssetAttributes>): Delivery {
  const [state] = MEDIA_RESOURCES[medium].deliveryState
    .map((name): State | null | undefined => attributes[name])
    .filter((each) => each !== null && each !== undefined)
  switch (state?.state) {
    case 'COMPLETE':
      return {state: 'complete'}
    case 'FAILED':
      return {state: 'failed', reasons: (state.errors ?? []).map(readReason)}
    case 'UPLOAD_COMPLETE':
    case 'PROCESSING':
      return {state: 'processing'}
    default:
      return {state: 'open'}
  }
}

function readReason({code, description}: Live<{code?: string; description?: string}>): AppleReason {
  return {code: code ?? 'UNKNOWN', description: description ?? ''}
}

function readImage(
  image: Live<{templateUrl?: string; width?: number; height?: number}> | null | undefined,
): ImageTemplate | null {
  const {templateUrl, width, height} = image ?? {}
  if (typeof templateUrl !== 'string' || !isPixels(width) || !isPixels(height)) return null
  return {templateUrl, width, height}
}
