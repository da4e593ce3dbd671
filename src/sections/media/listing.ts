/** What a set holds: images of one display type, or videos of one preview type. */
export type Medium = 'screenshot' | 'preview'

/** Which bytes a file holds: two files with equal content are the same picture, wherever they lie. */
export interface Content {
  /** In bytes. */
  readonly size: number
  /** Lower-case hex, as App Store Connect's `sourceFileChecksum`. */
  readonly md5: string
  /** Lower-case hex. */
  readonly sha256: string
}

export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** The listing as the folder wants it. */
export interface DesiredListing {
  /** In order of locale, then of type. */
  readonly sets: readonly DesiredSet[]
}

export interface DesiredSet {
  /** See {@link setId}. */
  readonly id: string
  readonly medium: Medium
  /** Apple's locale code, such as `en-US`. */
  readonly locale: string
  /** Apple's display type or preview type, such as `APP_IPHONE_67` or `IPHONE_67`. */
  readonly type: string
  /** The folder that the files lie in, relative to the workspace. */
  readonly folder: string
  /** In the order the store shows them. */
  readonly files: readonly DesiredFile[]
}

export interface DesiredFile {
  /** The name that App Store Connect is told. */
  readonly name: string
  /** Relative to the workspace, with forward slashes. */
  readonly path: string
  readonly content: Content
  /** As it is shown; null for a video that does not tell. */
  readonly pixels: PixelSize | null
  /** Sent with a preview's reservation. */
  readonly mimeType: string
  /** The frame that stands for a preview before it plays; null leaves it as it is. */
  readonly poster: Poster | null
}

export interface Poster {
  /** `HH:MM:SS:FF`, Apple's `previewFrameTimeCode`. */
  readonly timeCode: string
  /** Frames a second of the video, to compare time codes. */
  readonly frameRate: number
}

/** The listing as App Store Connect has it, as far as the folder speaks of it. */
export interface ActualListing {
  readonly app: App
  /** Null when the wanted version does not exist. */
  readonly version: Version | null
  readonly localizations: readonly ActualLocalization[]
}

export interface App {
  readonly id: string
  readonly bundleId: string
}

export interface Version {
  readonly id: string
  readonly versionString: string
  /** Apple's `appVersionState`, an open string. */
  readonly state: string
}

export interface ActualLocalization {
  readonly id: string
  readonly locale: string
  /** Only the sets that the folder names. */
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

export interface ActualAsset {
  /** Apple's id of the asset; opaque. */
  readonly id: string
  readonly fileName: string
  /** In bytes. */
  readonly fileSize: number
  /** Apple's `sourceFileChecksum`; null while it is not known. */
  readonly md5: string | null
  readonly delivery: Delivery
  /** Whether Apple has processed the bytes: by the state that counts for its medium, or by a picture made of them. */
  readonly isProcessed: boolean
  /** Whether an open reservation can still take its parts; false for everything else. */
  readonly resumable: boolean
  /** Apple's `previewFrameTimeCode`; null for screenshots and where none is set. */
  readonly posterTimeCode: string | null
  /** Address of a picture of the asset with `{w}`, `{h}` and `{f}` to fill in; null while there is none. */
  readonly image: ImageTemplate | null
}

export interface ImageTemplate extends PixelSize {
  readonly templateUrl: string
}

/**
 * How far Apple has got with an asset: `open` awaits its bytes, `complete` and `failed` are final. `unknown` is whatever
 * App Store Connect does not tell in words that are known: there may be content, so it is never deleted.
 */
export type Delivery =
  | {readonly state: 'open' | 'processing' | 'complete' | 'unknown'}
  | {readonly state: 'failed'; readonly reasons: readonly AppleReason[]}

/** One of Apple's codes with its text. Both come from outside: data, never markup. */
export interface AppleReason {
  readonly code: string
  readonly description: string
}

/**
 * Our own name of a set, the same for the folder and for App Store Connect. Apple's display types and
 * preview types have no name in common, so the type also tells the medium.
 */
export function setId(locale: string, type: string): string {
  return `${locale}/${type}`
}

/** File names are equal for matching whatever their case and Unicode form: Apple's side may fold both. */
export function nameKey(fileName: string): string {
  return fileName.normalize('NFC').toLowerCase()
}

/** The pictures that Apple has of the assets of some sets, by Apple's id of the asset. */
export function picturesOf(sets: readonly ActualSet[]): ReadonlyMap<string, ImageTemplate> {
  const assets = sets.flatMap((set) => set.assets)
  return new Map(assets.flatMap(({id, image}) => (image === null ? [] : [[id, image]])))
}
