import path from 'node:path'
import {deliveryState} from '../store/delivery.ts'
import type {Family} from './families.ts'
import {startProcessing} from './processing.ts'
import type {Asset, Upload} from '../store/records.ts'
import {invalidAttribute, stateError} from '../http/refusal.ts'
import {attribute, ownId, relatedId, text} from '../http/request-body.ts'
import {reserve} from '../store/reservation.ts'
import {largestFile} from './specifications.ts'
import {assetOf, removeAsset, requireEditable, setOf, versionAbove} from '../store/store.ts'
import type {World} from '../store/world.ts'

/** POST /v1/appScreenshots or /v1/appPreviews: step 1 of Apple's page on uploading assets. */
export function reserveAsset(world: World, family: Family, body: unknown): string {
  const {store, settings} = world
  const set = setOf(store, relatedId(body, family.setRelationship) ?? '', family.medium)
  requireEditable(versionAbove(store, set))
  const fileName = text(body, 'fileName') ?? ''
  const fileSize = Number(attribute(body, 'fileSize'))
  // Apple's tables name the accepted extensions; that the reservation checks them is inferred.
  if (!family.extensions.includes(path.extname(fileName).toLowerCase())) {
    throw invalidAttribute('fileName', `'${fileName}' has no accepted file extension`)
  }
  if (fileSize < 1 || fileSize > largestFile) {
    throw invalidAttribute('fileSize', `The file size must be between 1 and ${largestFile}`)
  }
  requireTimeCode(text(body, 'previewFrameTimeCode'))
  if (set.order.length >= family.maximum) {
    // One report quotes the text for screenshots; the code is not known.
    throw stateError(`Too many ${family.noun.toLowerCase()}s (${family.maximum})`)
  }
  return reserve(world, set, {
    fileName,
    fileSize,
    mimeType: text(body, 'mimeType') ?? undefined,
    posterTimeCode: text(body, 'previewFrameTimeCode'),
    visibleFrom: settings.now() + settings.listLagMilliseconds,
  }).id
}

/** PATCH of an asset: the commit (step 3), or the poster frame of a processed preview. */
export function updateAsset(world: World, family: Family, id: string, body: unknown): void {
  const asset = assetOf(world.store, id, family.medium)
  if (ownId(body) !== id) throw stateError('The id in the body is not the id in the path')
  requireEditable(versionAbove(world.store, asset))
  const timeCode = text(body, 'previewFrameTimeCode')
  const uploaded = attribute(body, 'uploaded')
  if (uploaded === undefined && timeCode !== null) {
    setPoster(world, asset, timeCode)
    return
  }
  if (uploaded !== true) throw invalidAttribute('uploaded', 'Uploaded flag is not set!')
  if (timeCode !== null) throw notProcessed()
  commitUpload(world, asset, {checksum: text(body, 'sourceFileChecksum')})
  startProcessing(world, asset)
}

/** DELETE of an asset, in whatever state. */
export function deleteAsset(world: World, family: Family, id: string): void {
  const asset = assetOf(world.store, id, family.medium)
  requireEditable(versionAbove(world.store, asset))
  removeAsset(world.store, asset)
}

/** Step 3 of Apple's page on uploading assets. */
export function commitUpload(
  world: World,
  upload: Upload,
  {checksum, algorithm = 'MD5'}: {checksum: string | null; algorithm?: Upload['algorithm']},
): void {
  if (upload.committedAt !== null) {
    throw invalidAttribute('uploaded', 'The asset has already been committed')
  }
  // Apple's page: an expired reservation, and a wrong number of bytes, make the commit fail.
  if (world.settings.now() / 1000 >= upload.expires) {
    throw invalidAttribute('uploaded', 'The reservation has expired')
  }
  const bytes = upload.operations
    .filter(({partNumber}) => upload.received.has(partNumber))
    .reduce((sum, {length}) => sum + length, 0)
  if (bytes !== upload.fileSize) {
    throw invalidAttribute(
      'uploaded',
      `${bytes} bytes were received, but the reservation says ${upload.fileSize}`,
    )
  }
  upload.checksum = checksum
  upload.algorithm = algorithm
  upload.committedAt = world.settings.now()
}

function setPoster(world: World, asset: Asset, timeCode: string): void {
  requireTimeCode(timeCode)
  // fastlane waits for the video before it sets the frame; sooner is refused here.
  if (deliveryState(asset, world.settings) !== 'COMPLETE') throw notProcessed()
  asset.posterTimeCode = timeCode
  asset.posterReadyAt = world.settings.now() + world.settings.processingMilliseconds
}

function requireTimeCode(timeCode: string | null): void {
  if (timeCode !== null && !/^\d\d:[0-5]\d:[0-5]\d:\d\d$/u.test(timeCode)) {
    throw invalidAttribute('previewFrameTimeCode', `'${timeCode}' is not HH:MM:SS:FF`)
  }
}

function notProcessed() {
  return invalidAttribute(
    'previewFrameTimeCode',
    'The preview frame cannot be set before the video is processed',
    '.INVALID_STATE',
  )
}
