import {randomBytes, randomUUID} from 'node:crypto'
import path from 'node:path'
import type {World} from './world.ts'
import type {Asset, MediaSet, Operation, Upload} from './records.ts'
import {digestVessel, fileVessel, memoryVessel} from './vessel.ts'
import type {Vessel} from './vessel.ts'

export interface ReservationRequest {
  readonly fileName: string
  readonly fileSize: number
  readonly mimeType?: string | undefined
  readonly posterTimeCode?: string | null | undefined
  /** Seconds since 1970, instead of the usual lifetime. */
  readonly expires?: number | undefined
  /** Lists show it from here on. */
  readonly visibleFrom: number
}

/** Makes a place for an asset at the end of a set, with the operations that fill it. */
export function reserve(world: World, set: MediaSet, request: ReservationRequest): Asset {
  const asset: Asset = {
    ...createUpload(world, request),
    medium: set.medium,
    setId: set.id,
    posterTimeCode: request.posterTimeCode ?? null,
    posterReadyAt: null,
  }
  world.store.assets.set(asset.id, asset)
  set.order = [...set.order, asset.id]
  return asset
}

/** A file that is still to come, with the operations that bring it. */
export function createUpload(world: World, request: ReservationRequest): Upload {
  const {settings} = world
  const id = randomUUID()
  const mimeType = request.mimeType ?? mimeTypeOf(request.fileName)
  const expires =
    request.expires ?? Math.floor(settings.now() / 1000) + settings.reservationLifetimeSeconds
  const operations = operationsFor(world, request.fileSize, mimeType, expires)
  for (const {target} of operations) world.targets.set(target, id)
  return {
    id,
    fileName: request.fileName,
    fileSize: request.fileSize,
    mimeType,
    visibleFrom: request.visibleFrom,
    expires,
    operations,
    vessel: vesselFor(world, id, request.fileSize),
    received: new Set(),
    md5: null,
    checksum: null,
    algorithm: 'MD5',
    committedAt: null,
    outcome: null,
  }
}

function vesselFor({settings, directory}: World, id: string, fileSize: number): Vessel {
  switch (settings.storeBytes) {
    case true:
      return memoryVessel(fileSize)
    case false:
      return fileVessel(path.join(directory, id))
    case 'digests':
      return digestVessel()
  }
}

/**
 * Gives an upload that awaits its bytes operations with new URLs. The parts that have arrived stay.
 *
 * [inferred] Background assets alone have an `expiration` for each operation, and no DELETE to start again with: reading
 * the file must give operations that can still be used. The unkind reading: only once the old ones have expired.
 */
export function renewOperations(world: World, upload: Upload): void {
  const {settings} = world
  const seconds = Math.floor(settings.now() / 1000)
  if (upload.committedAt !== null || seconds < upload.expires) return
  upload.expires = seconds + settings.reservationLifetimeSeconds
  upload.operations = operationsFor(world, upload.fileSize, upload.mimeType, upload.expires)
  for (const {target} of upload.operations) world.targets.set(target, upload.id)
}

/**
 * The operations cover the file without gaps. Their URLs look like those of Apple's page on uploading assets:
 * percent-encoded slashes in the path, and a signature whose `=` is percent-encoded, both of which a
 * client must send back byte for byte.
 */
function operationsFor(
  world: World,
  fileSize: number,
  mimeType: string,
  expires: number,
): readonly Operation[] {
  const {partSize} = world.settings
  const count = Math.max(1, Math.ceil(fileSize / partSize))
  const hex = randomBytes(4).toString('hex')
  const folder = ['PurpleSource221', 'v4', hex.slice(0, 2), hex.slice(2, 4), hex, randomUUID()]
  const file = [...folder, `${randomBytes(24).toString('base64url')}_U003d-${expires}`].join('%2F')
  const uploadId = randomUUID()
  return Array.from({length: count}, (_, index) => {
    const partNumber = index + 1
    const offset = index * partSize
    const query = [
      `uploadId=${uploadId}`,
      `Signature=${encodeURIComponent(randomBytes(20).toString('base64'))}`,
      'AWSAccessKeyId=MKIASIMULATOR0000001',
      `partNumber=${partNumber}`,
      `Expires=${expires}`,
    ]
    const target = `/assets-simulated-030001/${file}?${query.join('&')}`
    return {
      partNumber,
      method: 'PUT',
      target,
      url: `${world.uploadUrl()}${target}`,
      offset,
      length: Math.min(partSize, fileSize - offset),
      requestHeaders: [{name: 'Content-Type', value: mimeType}],
    }
  })
}

function mimeTypeOf(fileName: string): string {
  const types: Readonly<Record<string, string>> = {
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.jpeg': 'image/jpeg',
    '.mp4': 'video/mp4',
    '.m4v': 'video/x-m4v',
    '.mov': 'video/quicktime',
  }
  return types[path.extname(fileName).toLowerCase()] ?? 'application/octet-stream'
}
