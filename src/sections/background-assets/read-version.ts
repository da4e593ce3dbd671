import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Live, Resource} from '../../connect/document.ts'
import {isText} from '../../core/json-values.ts'
import type {AppleReason} from '../../core/vocabulary.ts'
import type {Delivery, FileAttributes} from '../../transfer/asset.ts'
import {lacksChecksum, readStoredFile} from '../../transfer/stored-file.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import type {PackVersion} from './packs.ts'

/** Attributes of `BackgroundAssetVersion` (App Store Connect API 4.4.1). */
export interface VersionAttributes {
  readonly version?: unknown
  readonly state?: string
  readonly stateDetails?: {readonly errors?: {code?: string; description?: string}[]}
}

/** What belongs to a version; null if Apple has none. */
export interface VersionParts {
  readonly archive: Resource<FileAttributes> | null
  readonly manifest: Resource<FileAttributes> | null
  /** `BackgroundAssetVersionInternalBetaRelease.state`; null if there is none yet. */
  readonly internalState: string | null
  /** `BackgroundAssetVersionAppStoreRelease.state`; null if there is none yet. */
  readonly releaseState: string | null
}

/** Puts a version together. The state of the version decides about its files as soon as they are committed. */
export function readVersion(
  {id, attributes}: Resource<VersionAttributes>,
  {archive, manifest, internalState, releaseState}: VersionParts,
): PackVersion {
  const said = readState(attributes ?? {})
  const own = archive === null ? null : readStoredFile(UPLOAD_RESOURCES.assetPack, archive)
  const beside =
    manifest === null ? null : readStoredFile(UPLOAD_RESOURCES.assetPackManifest, manifest)
  const dead = [own, beside].find((file) => file?.delivery.state === 'failed')?.delivery ?? null
  const delivery = said.state === 'open' && dead !== null ? dead : said
  const number = attributes?.version
  return {
    id,
    number: isText(number) ? number : 'without a number',
    state: stateOf(delivery, own),
    archive: own === null ? null : withState(own, delivery),
    manifest: beside === null ? null : manifestWithState(beside, delivery),
    isReadyForTesting: internalState === 'READY_FOR_TESTING',
    releaseState,
  }
}

function readState({state, stateDetails}: Live<VersionAttributes>): Delivery {
  switch (state) {
    case 'AWAITING_UPLOAD':
      return {state: 'open'}
    case 'PROCESSING':
      return {state: 'processing'}
    case 'COMPLETE':
      return {state: 'complete'}
    case 'FAILED':
      return {state: 'failed', reasons: (stateDetails?.errors ?? []).map(readReason)}
    default:
      return {state: 'unknown'}
  }
}

function readReason({code, description}: Live<{code?: string; description?: string}>): AppleReason {
  return {code: code ?? 'UNKNOWN', description: description ?? ''}
}

/** The state of the version or, if Apple does not report it, of its archive. */
function stateOf(said: Delivery, archive: StoredFile | null): Delivery['state'] {
  if (said.state === 'unknown') return archive?.delivery.state ?? 'unknown'
  return said.state === 'open' && isCommitted(archive) ? 'processing' : said.state
}

function withState(file: StoredFile, said: Delivery): StoredFile {
  switch (said.state) {
    case 'unknown':
      return file
    case 'open':
      return {...file, delivery: {state: isCommitted(file) ? 'processing' : 'open'}}
    case 'failed':
      return {...file, delivery: withReasons(said, file.delivery)}
    case 'processing':
    case 'complete':
      return {...file, delivery: said, isProcessed: said.state === 'complete'}
  }
}

/** A manifest has a state of its own while its version waits for the archive, if Apple reports it. */
function manifestWithState(file: StoredFile, said: Delivery): StoredFile {
  switch (said.state) {
    case 'failed':
    case 'complete':
      return withState(file, said)
    case 'open':
      return file.delivery.state === 'unknown' ? withState(file, said) : file
    case 'processing':
    case 'unknown':
      return file
  }
}

/** Of a version without a reason of its own, its file may say one. */
function withReasons(
  said: Extract<Delivery, {state: 'failed'}>,
  own: Delivery,
): Extract<Delivery, {state: 'failed'}> {
  return said.reasons.length === 0 && own.state === 'failed' ? own : said
}

/** An upload that Apple has shown a checksum of, or a state after the commit. */
function isCommitted(file: StoredFile | null): boolean {
  if (file === null) return false
  const {state} = file.delivery
  return state === 'processing' || state === 'complete' || !lacksChecksum(file)
}
