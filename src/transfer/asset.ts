import type {AppMediaAssetState, Checksums} from '@rage-against-the-pixel/app-store-connect-api'

import type {UploadResource} from '../apple/upload-resources.ts'
import type {Live, Resource} from '../connect/document.ts'
import {isRecord, isText} from '../core/json-values.ts'
import type {AppleReason} from '../core/vocabulary.ts'
import type {Operation} from './reservation.ts'

/** Attributes that every resource with a file has. */
export interface FileAttributes {
  readonly fileName?: string
  /** In bytes. */
  readonly fileSize?: number
  /** MD5 of the bytes that were committed, in hex. */
  readonly sourceFileChecksum?: string
  /** The same for background assets, whose other checksum is deprecated. */
  readonly sourceFileChecksums?: Checksums
  readonly uploadOperations?: Operation[]
  readonly assetDeliveryState?: AppMediaAssetState
  readonly videoDeliveryState?: DeliveryState
}

interface DeliveryState {
  readonly state?: string
  readonly errors?: {code?: string; description?: string}[]
}

/** A resource that has a file, or a place reserved for one. */
export type AssetResource<Attributes extends FileAttributes = FileAttributes> = Resource<Attributes>

/**
 * How far Apple has got with an asset: `open` awaits its bytes, `complete` and `failed` are final. `unknown` is any
 * state that we do not know: there may be content, so the asset is never deleted.
 */
export type Delivery =
  | {readonly state: 'open' | 'processing' | 'complete' | 'unknown'}
  | {readonly state: 'failed'; readonly reasons: readonly AppleReason[]}

export interface DeliveryFacts {
  readonly delivery: Delivery
  /** Whether Apple has processed the bytes, according to the decisive state or a picture made of them. */
  readonly isProcessed: boolean
}

/**
 * The first known state decides; a state that is missing, null or unknown is skipped. Without any, a picture proves
 * content. An open reservation has neither picture nor checksum (Apple, "Uploading Assets": both come after the
 * commit), so one that has either does not count as open.
 */
export function readDelivery(
  {deliveryState, pictures}: UploadResource,
  attributes: Live<FileAttributes>,
): DeliveryFacts {
  const hasPicture = pictures.some((name) => isPicture(Reflect.get(attributes, name)))
  const [telling, ...others] = deliveryState.map((name) => readState(attributes[name]))
  const said = telling ?? others.find((each) => each !== null) ?? null
  const isProcessed = hasPicture || telling?.state === 'complete'
  if (said === null) return {delivery: {state: hasPicture ? 'complete' : 'unknown'}, isProcessed}
  const hasContent = hasPicture || hasChecksum(attributes)
  if (said.state === 'open' && hasContent) return {delivery: {state: 'unknown'}, isProcessed}
  return {delivery: said, isProcessed}
}

/** Of the bytes that were committed, in lower-case hex; null for what Apple does not show. */
export interface ShownChecksums {
  readonly md5: string | null
  readonly sha256: string | null
}

/**
 * Background assets say which algorithm it is; everything else has MD5. Their deprecated checksum does not say it, so only
 * its length does.
 */
export function readChecksums({
  sourceFileChecksum,
  sourceFileChecksums,
}: Live<FileAttributes>): ShownChecksums {
  const {hash, algorithm} = sourceFileChecksums?.file ?? {}
  const plain = sourceFileChecksum?.toLowerCase() || null
  const isLong = plain?.length === SHA256_DIGITS
  const named = (wanted: string) =>
    hash && String(algorithm) === wanted ? hash.toLowerCase() : null
  return {
    md5: (isLong ? null : plain) ?? named('MD5'),
    sha256: (isLong ? plain : null) ?? named('SHA_256'),
  }
}

/** In hex. */
const SHA256_DIGITS = 64

/** Apple shows a checksum from the commit on, whatever the state is. */
export function hasChecksum(attributes: Live<FileAttributes>): boolean {
  const {md5, sha256} = readChecksums(attributes)
  return md5 !== null || sha256 !== null
}

/** Apple only shows pictures and videos of bytes that it has: an image, the image of a frame, or a URL. */
function isPicture(shown: unknown): boolean {
  if (isText(shown)) return shown !== ''
  if (!isRecord(shown)) return false
  const {templateUrl} = isRecord(shown['image']) ? shown['image'] : shown
  return isText(templateUrl) && templateUrl !== ''
}

/** @returns null for a missing or unknown state. */
function readState(state: Live<DeliveryState> | null | undefined): Delivery | null {
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

function readReason({code, description}: Live<{code?: string; description?: string}>): AppleReason {
  return {code: code ?? 'UNKNOWN', description: description ?? ''}
}
