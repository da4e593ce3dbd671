import {deliveryState, visibleChecksum} from './delivery.ts'
import {families} from '../media/families.ts'
import {resources} from '../http/resource-table.ts'
import {renewOperations} from './reservation.ts'
import type {
  App,
  Asset,
  Entity,
  Localization,
  MediaSet,
  Outcome,
  Upload,
  Version,
} from './records.ts'
import {textsOf} from '../version/texts.ts'
import type {World} from './world.ts'

/** Attributes of a resource; nulls stand where live bodies have them. */
export type Attributes = Readonly<Record<string, unknown>>

export function appAttributes(app: App): Attributes {
  const {name, bundleId, sku, primaryLocale, contentRightsDeclaration} = app
  return {name, bundleId, sku, primaryLocale, contentRightsDeclaration}
}

export function versionAttributes(version: Version): Attributes {
  const {platform, versionString, copyright, createdDate, state} = version
  return {
    platform,
    versionString,
    // The deprecated attribute has another name for the same state.
    appStoreState: state === 'READY_FOR_DISTRIBUTION' ? 'READY_FOR_SALE' : state,
    appVersionState: state,
    copyright,
    reviewType: version.reviewType,
    releaseType: version.releaseType,
    earliestReleaseDate: version.earliestReleaseDate,
    usesIdfa: null,
    downloadable: true,
    createdDate,
  }
}

export function localizationAttributes(localization: Localization): Attributes {
  return {...textsOf(localization), locale: localization.locale}
}

export function setAttributes({medium, type}: MediaSet): Attributes {
  return {[families[medium].typeAttribute]: type}
}

/**
 * Attributes of a screenshot or preview. Upload operations are given by the reservation and by a read of
 * the single asset while it awaits them; lists leave them null.
 */
export function assetAttributes(
  world: World,
  asset: Asset,
  {inList}: {readonly inList: boolean},
): Attributes {
  const {state, outcome, common, delivery} = uploadAttributes(world, asset, inList)
  const {fileName} = asset
  const disguise = world.settings.disguise({fileName, state})
  return asset.medium === 'screenshot'
    ? {
        ...common,
        imageAsset: outcome?.state === 'COMPLETE' ? imageOf(world, asset, outcome) : null,
        assetToken: `PurpleSource221/v4/${asset.id}_null_${asset.setId}_${asset.fileName}`,
        assetType: 'SCREENSHOT',
        assetDeliveryState: delivery,
        ...disguise,
      }
    : {...common, ...previewAttributes(world, asset, delivery, outcome), ...disguise}
}

/** What every kind of file shows. */
function uploadAttributes(
  world: World,
  upload: Upload & {readonly medium?: string},
  inList: boolean,
) {
  const {settings} = world
  const state = deliveryState(upload, settings)
  const outcome = shownOutcome(upload, world)
  return {
    state,
    outcome,
    common: {
      fileSize: upload.fileSize,
      fileName: upload.fileName,
      sourceFileChecksum: visibleChecksum(upload, settings),
      uploadOperations:
        state === 'AWAITING_UPLOAD' && !inList
          ? upload.operations.map(({method, url, length, offset, requestHeaders}) => {
              return {method, url, length, offset, requestHeaders}
            })
          : null,
    },
    delivery: {
      errors: outcome?.state === 'FAILED' ? outcome.errors : [],
      warnings: null,
      state,
    },
  }
}

/** Attributes of a record that says them itself, and of its file. */
export function entityAttributes(
  world: World,
  {type, attributes, upload}: Entity,
  {inList}: {readonly inList: boolean},
): Attributes {
  if (upload === null) return attributes
  if (type === 'backgroundAssetUploadFiles' && !inList) renewOperations(world, upload)
  const {state, outcome, common, delivery} = uploadAttributes(world, upload, inList)
  const {fileName} = upload
  const own =
    type === 'backgroundAssetUploadFiles'
      ? packFileAttributes(upload, common)
      : resources[type].attributes.includes('imageAsset')
        ? {imageAsset: outcome?.state === 'COMPLETE' ? imageOf(world, upload, outcome) : null}
        : {}
  return {
    ...attributes,
    ...common,
    assetDeliveryState: delivery,
    ...own,
    ...world.settings.disguise({fileName, state}),
  }
}

/** Background assets: `DeliveryFileUploadOperation` says more, and the checksum has the name of its algorithm. */
function packFileAttributes(
  {operations, algorithm, expires}: Upload,
  {
    uploadOperations,
    sourceFileChecksum,
  }: {uploadOperations: readonly object[] | null; sourceFileChecksum: string | null},
): Attributes {
  const expiration = new Date(expires * 1000).toISOString()
  return {
    assetToken: null,
    // Deprecated; the unkind reading is that it is not filled any more.
    sourceFileChecksum: null,
    sourceFileChecksums:
      sourceFileChecksum === null
        ? null
        : {file: {hash: sourceFileChecksum, algorithm}, composite: null},
    uploadOperations:
      uploadOperations &&
      operations.map(({method, url, length, offset, requestHeaders, partNumber}) => {
        return {
          method,
          url,
          length,
          offset,
          requestHeaders,
          partNumber,
          expiration,
          entityTag: null,
        }
      }),
  }
}

function previewAttributes(
  world: World,
  asset: Asset,
  delivery: {readonly state: string},
  outcome: Outcome | null,
): Attributes {
  const complete = outcome?.state === 'COMPLETE' ? outcome : null
  return {
    // Apple's help: the default poster is the frame at 5 seconds.
    previewFrameTimeCode: asset.posterTimeCode ?? (complete === null ? null : '00:00:05:00'),
    mimeType: asset.mimeType,
    videoUrl: complete === null ? null : `${world.uploadUrl()}/video/${asset.id}/playlist.m3u8`,
    previewFrameImage: complete === null ? null : posterFrame(world, asset, complete),
    previewImage: null,
    videoDeliveryState: delivery,
    // Deprecated, and unkind: it says COMPLETE as soon as the bytes are stored.
    assetDeliveryState:
      delivery.state === 'PROCESSING' ? {...delivery, state: 'COMPLETE'} : delivery,
  }
}

function posterFrame(
  world: World,
  asset: Asset,
  outcome: Extract<Outcome, {state: 'COMPLETE'}>,
): Attributes {
  const ready = asset.posterReadyAt === null || world.settings.now() >= asset.posterReadyAt
  return {
    image: ready ? imageOf(world, asset, outcome) : null,
    state: {state: ready ? 'COMPLETE' : 'PROCESSING', errors: [], warnings: null},
  }
}

function imageOf(
  world: World,
  asset: Upload,
  {width, height}: Extract<Outcome, {state: 'COMPLETE'}>,
): Attributes {
  return {templateUrl: `${world.uploadUrl()}/image/${asset.id}/{w}x{h}bb.{f}`, width, height}
}

function shownOutcome(asset: Upload, {settings}: World): Outcome | null {
  return asset.outcome !== null && settings.now() >= asset.outcome.at ? asset.outcome : null
}
