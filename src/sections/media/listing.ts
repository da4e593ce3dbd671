import type {StorePicture, PixelSize} from '../../core/vocabulary.ts'
import type {Content} from '../../files/read-bytes.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'

/** What a set holds: images of one display type, or videos of one preview type. */
export type Medium = 'screenshot' | 'preview'

/** The listing as the folder declares it. */
export interface DesiredListing {
  /** In order of locale, then of type. */
  readonly sets: readonly DesiredSet[]
}

export interface DesiredSet {
  /** See {@link placeOf}. */
  readonly id: string
  readonly medium: Medium
  /** Apple's locale code, such as `en-US`. */
  readonly locale: string
  /** Apple's display type or preview type, such as `APP_IPHONE_67` or `IPHONE_67`. */
  readonly type: string
  /** The folder of the files, relative to the workspace. */
  readonly folder: string
  /** In the order the store shows them. */
  readonly files: readonly DesiredFile[]
}

export interface DesiredFile {
  /** The name in App Store Connect. */
  readonly name: string
  /** Relative to the workspace, with forward slashes. */
  readonly path: string
  readonly content: Content
  /** As displayed, or null for a video that does not say. */
  readonly pixels: PixelSize | null
  /** Of a video. Null for a picture, and for a video that does not say. */
  readonly seconds: number | null
  /** Part of a preview's reservation. */
  readonly mimeType: string
  /** The frame that is shown before a preview plays. Null leaves it unchanged. */
  readonly poster: Poster | null
}

export interface Poster {
  /** `HH:MM:SS:FF`, Apple's `previewFrameTimeCode`. */
  readonly timeCode: string
  /** Frames a second of the video, to compare time codes. */
  readonly frameRate: number
}

/** The listing in App Store Connect, as far as the folder has it too. */
export interface ActualListing {
  readonly localizations: readonly ActualLocalization[]
}

export interface ActualLocalization {
  readonly id: string
  readonly locale: string
  /** Only the sets that the folder has too. */
  readonly sets: readonly ActualSet[]
}

export interface ActualSet {
  /** Apple's id of the set; opaque. */
  readonly id: string
  readonly medium: Medium
  readonly type: string
  /** In the order the store shows them. */
  readonly assets: readonly ActualAsset[]
}

export interface ActualAsset extends StoredFile {
  /** Apple's `previewFrameTimeCode`, or null for screenshots and if none is set. */
  readonly posterTimeCode: string | null
}

/**
 * Our own name of a set, the same for the folder and for App Store Connect. Display types and preview types have no
 * name in common, so the type implies the medium.
 */
export function placeOf(locale: string, type: string): string {
  return `${locale}/${type}`
}

/** The pictures that Apple has of the assets of some sets, by Apple's id of the asset. */
export function picturesOf(sets: readonly ActualSet[]): ReadonlyMap<string, StorePicture> {
  const assets = sets.flatMap((set) => set.assets)
  return new Map(assets.flatMap(({id, image}) => (image === null ? [] : [[id, image]])))
}
