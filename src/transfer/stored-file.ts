import type {UploadResource} from '../apple/upload-resources.ts'
import {isRecord, isText} from '../core/json-values.ts'
import {isPixels} from '../core/pixels.ts'
import type {StorePicture} from '../core/vocabulary.ts'
import {readChecksums, readDelivery} from './asset.ts'
import type {AssetResource, Delivery} from './asset.ts'

/** A file in App Store Connect, or a place reserved for one. */
export interface StoredFile {
  /** Apple's id; opaque. */
  readonly id: string
  readonly fileName: string
  /** In bytes. */
  readonly fileSize: number
  /** In lower-case hex; null if Apple does not show it, or not yet. */
  readonly md5: string | null
  /** In lower-case hex; null if Apple does not show it, or not yet. Only background assets have one. */
  readonly sha256: string | null
  readonly delivery: Delivery
  /** Whether Apple has processed the bytes, according to the decisive state or a picture made of them. */
  readonly isProcessed: boolean
  /** Whether it is an open reservation that can still be filled. */
  readonly resumable: boolean
  /** A picture of it, or null while there is none. */
  readonly image: StorePicture | null
}

/** What a file has to be compared by. */
export interface Comparable {
  /** The name in App Store Connect. */
  readonly name: string
  readonly content: {
    /** In bytes. */
    readonly size: number
    /** Lower-case hex. */
    readonly md5: string
    /** Lower-case hex. */
    readonly sha256: string
  }
}

/** Converts a resource with a file. Whether it is resumable is found out later: see `comparable.ts`. */
export function readStoredFile(
  resource: UploadResource,
  {id, attributes}: AssetResource,
): StoredFile {
  return {
    id,
    fileName: attributes?.fileName ?? '',
    fileSize: attributes?.fileSize ?? 0,
    ...readChecksums(attributes ?? {}),
    ...readDelivery(resource, attributes ?? {}),
    resumable: false,
    image: readImage(attributes ?? {}),
  }
}

/** A picture is not worth an error: an unexpected description counts as no picture. */
function readImage(attributes: object): StorePicture | null {
  const shown: unknown =
    Reflect.get(attributes, 'imageAsset') ?? imageOf(Reflect.get(attributes, 'previewFrameImage'))
  const videoUrl: unknown = Reflect.get(attributes, 'videoUrl')
  const {templateUrl, width, height} = isRecord(shown) ? shown : {}
  if (!isText(templateUrl) || !isPixels(width) || !isPixels(height)) return null
  return {templateUrl, width, height, videoUrl: isText(videoUrl) ? videoUrl : null}
}

function imageOf(frame: unknown): unknown {
  return isRecord(frame) ? frame['image'] : null
}

/** The key to match file names, regardless of case and Unicode form, because Apple may change both. */
export function nameKey(fileName: string): string {
  return fileName.normalize('NFC').toLowerCase()
}

export function haveSameName(file: Pick<Comparable, 'name'>, stored: StoredFile): boolean {
  return nameKey(stored.fileName) === nameKey(file.name)
}

/** Whether Apple certainly has the bytes, so that they are or will be in use. */
export function hasContent({delivery}: StoredFile): boolean {
  return delivery.state === 'complete' || delivery.state === 'processing'
}

/** Apple shows a checksum only for bytes that were sent, so it counts even if the state is unknown. */
export function holds(stored: StoredFile, file: Pick<Comparable, 'content'>): boolean {
  const mayHold = hasContent(stored) || stored.delivery.state === 'unknown'
  return (
    mayHold && (isSame(stored.md5, file.content.md5) || isSame(stored.sha256, file.content.sha256))
  )
}

function isSame(shown: string | null, wanted: string): boolean {
  return shown !== null && shown === wanted
}

/** Whether Apple shows no checksum to compare with. */
export function lacksChecksum({md5, sha256}: StoredFile): boolean {
  return md5 === null && sha256 === null
}

/** Whether it may have the bytes of a file: Apple has not said enough yet. */
export function mayStillMatch(stored: StoredFile): boolean {
  const {delivery} = stored
  return lacksChecksum(stored) && (delivery.state === 'processing' || delivery.state === 'unknown')
}

/** Whether the name and size are those of a file. */
export function isLikely(file: Comparable, stored: StoredFile): boolean {
  return haveSameName(file, stored) && stored.fileSize === file.content.size
}
