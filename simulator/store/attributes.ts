import {deliveryState, visibleChecksum} from './delivery.ts'
import {families} from '../media/families.ts'
import type {App, Asset, Localization, MediaSet, Outcome, Version} from './records.ts'
import {textsOf} from '../version/texts.ts'
import type {World} from './world.ts'

/** Attributes of a resource; nulls stand where live bodies have them. */
export type Attributes = Readonly<Record<string, unknown>>

export function appAttributes({name, bundleId, sku, primaryLocale}: App): Attributes {
  return {name, bundleId, sku, primaryLocale}
}

export function versionAttributes(version: Version): Attributes {
  const {platform, versionString, copyright, releaseType, createdDate, state} = version
  return {
    platform,
    versionString,
    // The deprecated attribute has another name for the same state.
    appStoreState: state === 'READY_FOR_DISTRIBUTION' ? 'READY_FOR_SALE' : state,
    appVersionState: state,
    copyright,
    reviewType: 'APP_STORE',
    releaseType,
    earliestReleaseDate: null,
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
  const {settings} = world
  const state = deliveryState(asset, settings)
  const outcome = shownOutcome(asset, world)
  const common = {
    fileSize: asset.fileSize,
    fileName: asset.fileName,
    sourceFileChecksum: visibleChecksum(asset, settings),
    uploadOperations:
      state === 'AWAITING_UPLOAD' && !inList
        ? asset.operations.map(({method, url, length, offset, requestHeaders}) => {
            return {method, url, length, offset, requestHeaders}
          })
        : null,
  }
  const delivery = {
    errors: outcome?.state === 'FAILED' ? outcome.errors : [],
    warnings: null,
    state,
  }
  const {fileName} = asset
  const disguise = settings.disguise({fileName, state})
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
  asset: Asset,
  {width, height}: Extract<Outcome, {state: 'COMPLETE'}>,
): Attributes {
  return {templateUrl: `${world.uploadUrl()}/image/${asset.id}/{w}x{h}bb.{f}`, width, height}
}

function shownOutcome(asset: Asset, {settings}: World): Outcome | null {
  return asset.outcome !== null && settings.now() >= asset.outcome.at ? asset.outcome : null
}
