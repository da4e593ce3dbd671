/** Which app. */
export interface AppIdentity {
  /** Apple's id: a number, as text. */
  readonly id: string
  readonly bundleId: string
}

/** The app that a run is about. */
export interface App extends AppIdentity {
  /** In its primary language. */
  readonly name: string
  /** Code of its primary language, such as `en-US`. */
  readonly primaryLocale: string
}

/** The version that a run is about. */
export interface Version {
  /** Apple's id, or null for a version that this run has to create. */
  readonly id: string | null
  readonly versionString: string
  /** Apple's `appVersionState`, an open string. */
  readonly state: string
}

/** A version that App Store Connect has. */
export interface ExistingVersion extends Version {
  readonly id: string
}

/** One of Apple's codes with its text. Both come from outside: data, never markup. */
export interface AppleReason {
  readonly code: string
  readonly description: string
  /** Path of the resource that it is about, such as `/v1/builds/7`, if that is not the one of the request. */
  readonly resource?: string
  /** Where in the request it is, such as `/data/attributes/whatsNew`, if Apple says. */
  readonly pointer?: string
}

export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** A picture that Apple serves in any size; for a video, its poster frame. */
export interface StorePicture extends PixelSize {
  /** URL with the placeholders `{w}`, `{h}` and `{f}`. */
  readonly templateUrl: string
  /** URL of the video, an HLS playlist. Null for a picture. */
  readonly videoUrl: string | null
}
