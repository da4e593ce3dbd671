/** The app that a run is about. */
export interface App {
  /** Apple's id: a number, as text. */
  readonly id: string
  readonly bundleId: string
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
}

export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** A picture that Apple serves in any size. */
export interface ImageTemplate extends PixelSize {
  /** URL with the placeholders `{w}`, `{h}` and `{f}`. */
  readonly templateUrl: string
}
