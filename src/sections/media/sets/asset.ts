import type {AppPreview, AppScreenshot} from '@rage-against-the-pixel/app-store-connect-api'

import {MEDIA_RESOURCES} from '../../../apple/upload-resources.ts'
import type {AttributesOf, Live, Resource} from '../../../connect/document.ts'
import type {ActualAsset, AppleReason, Delivery, ImageTemplate, Medium} from '../listing.ts'
import {isPixels} from '../../../core/pixels.ts'
import {isRecord, isText} from '../../../core/shape.ts'

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
    ...readDelivery(medium, attributes ?? {}),
    resumable: false,
    posterTimeCode: attributes?.previewFrameTimeCode ?? null,
    image: readImage(attributes?.imageAsset ?? imageOf(attributes?.previewFrameImage)),
  }
}

/**
 * The first state that is known decides: one that is missing, null or a new word hides nothing that the other says.
 * Without any, a picture proves content. An open reservation has neither picture nor checksum (Apple, "Uploading
 * Assets": both come after the commit), so one that has is not called open.
 */
function readDelivery(
  medium: Medium,
  attributes: Live<AssetAttributes>,
): Pick<ActualAsset, 'delivery' | 'isProcessed'> {
  const [telling, ...others] = MEDIA_RESOURCES[medium].deliveryState.map((name) =>
    readState(attributes[name]),
  )
  const said = telling ?? others.find((each) => each !== null) ?? null
  const hasPicture = showsPicture(attributes)
  const isProcessed = hasPicture || telling?.state === 'complete'
  if (said === null) return {delivery: {state: hasPicture ? 'complete' : 'unknown'}, isProcessed}
  const hasContent = hasPicture || Boolean(attributes.sourceFileChecksum)
  if (said.state === 'open' && hasContent) return {delivery: {state: 'unknown'}, isProcessed}
  return {delivery: said, isProcessed}
}

/** @returns null for a state that is missing or that this version of the action does not know. */
function readState(state: State | null | undefined): Delivery | null {
  switch (state?.state) {
    case 'COMPLETE':
      return {state: 'complete'}
    case 'FAILED':
      return {state: 'failed', reasons: (state.errors ?? []).map(readReason)}
    case 'UPLOAD_COMPLETE':
    case 'PROCESSING':
      return {state: 'processing'}
    case 'AWAITING_UPLOAD':
      return {state: 'open'}
    default:
      return null
  }
}

/** Apple makes pictures and videos only of bytes that it has. */
function showsPicture({imageAsset, previewFrameImage, videoUrl}: Live<AssetAttributes>): boolean {
  const templates = [imageAsset, imageOf(previewFrameImage)].map(
    (image: unknown) => isRecord(image) && image['templateUrl'],
  )
  return [...templates, videoUrl].some((address) => isText(address) && address !== '')
}

function readReason({code, description}: Live<{code?: string; description?: string}>): AppleReason {
  return {code: code ?? 'UNKNOWN', description: description ?? ''}
}

function imageOf(frame: unknown): unknown {
  return isRecord(frame) ? frame['image'] : null
}

/** A picture is worth no error: one that is not described as Apple does it is none. */
function readImage(image: unknown): ImageTemplate | null {
  const {templateUrl, width, height} = isRecord(image) ? image : {}
  return isText(templateUrl) && isPixels(width) && isPixels(height)
    ? {templateUrl, width, height}
    : null
}
