import type {DeliveryState} from './store/records.ts'
import type {AppSeed} from './store/seeds.ts'

/** What a test may say about the store it wants. */
export interface SimulatorOptions {
  /** Default: one app `com.example.app` with one editable iOS version 1.0.0 and an empty en-US. */
  readonly apps?: readonly AppSeed[]
  /** From commit to COMPLETE. Default 20. */
  readonly processingMilliseconds?: number
  /** How long reads leave `sourceFileChecksum` null after COMPLETE. Default 0: it shows from the commit on. */
  readonly checksumLagMilliseconds?: number
  /** How long lists leave out what was just created. Default 0. */
  readonly listLagMilliseconds?: number
  /** Bytes of one upload operation. Default 4 MiB. */
  readonly partSize?: number
  /** API requests in a rolling hour. Default 3500. */
  readonly hourlyLimit?: number
  /** API requests in a rolling minute. Default: no limit. */
  readonly minuteLimit?: number
  /** Whether a 429 carries `Retry-After`. Default false, as Apple does not document it. */
  readonly retryAfter?: boolean
  /** Default 7 days, as in Apple's sample answer. */
  readonly reservationLifetimeSeconds?: number
  /**
   * `real` (default) decodes and judges every file, `accept` only compares the MD5,
   * `never` leaves every file in processing.
   */
  readonly processing?: 'real' | 'accept' | 'never'
  /**
   * What comes of a PNG with an alpha channel whose pixels are all opaque, where alpha is refused. `accept` (default):
   * what deliver uploads every day has that form, and so have Apple's own downloads (383 of 393 files in public
   * repositories). `refuse` reads Apple's machine-readable specification to the letter.
   */
  readonly opaqueAlpha?: 'accept' | 'refuse'
  /** Whether a new version starts with copies of its predecessor's localizations and media, and a new App Clip card
   * with those of its template. Default true. */
  readonly newVersionInherits?: boolean
  /** Default `127.0.0.1`; `::1` works too. */
  readonly host?: string
  /**
   * Default true; false keeps files on disk until they are processed, so that memory stays flat; `digests` keeps nothing
   * but a hash of each part, so that the checksum of the commit cannot be compared.
   */
  readonly storeBytes?: boolean | 'digests'
  /**
   * Attributes that reads of an asset give in place of its own; undefined leaves one out. Live bodies hold null where
   * Apple's specification promises a value, and enumerations grow. Default: none.
   */
  readonly disguise?: (asset: DisguisedAsset) => Readonly<Record<string, unknown>>
  /** Cuts every included to-many relationship short. Default: whole, up to the limit that was asked for. */
  readonly inclusionCut?: InclusionCut | null
  /**
   * From a request to what App Store Connect does about it later: a version that was added to a submission becomes
   * READY_FOR_REVIEW, a canceled submission COMPLETE. Default 20.
   */
  readonly reviewMilliseconds?: number
  /** Whether a new localization of a version brings one of the app info along. Default false. */
  readonly localizationsAppearInBoth?: boolean
  /** Whether a refusal repeats what the request sent, secrets too. Default false. */
  readonly errorsRepeatValues?: boolean
  /** Whether the questions about App Privacy are answered; the API does not say. Default true. */
  readonly privacyAnswered?: boolean
  /** Whether the agreements of the account are signed. Default true. */
  readonly agreementsSigned?: boolean
  /** Milliseconds since 1970, for every decision about time. Default `Date.now`. */
  readonly now?: () => number
}

export interface DisguisedAsset {
  readonly fileName: string
  readonly state: DeliveryState
}

/** JSON:API lets a server page a relationship by `links.next`; Apple's `meta.paging.total` tells the same. */
export interface InclusionCut {
  /** How many linkages stay. */
  readonly most: number
  /** How the answer tells that there are more, or only leaves out what the linkages name from `included`. */
  readonly tellsBy: 'total' | 'next' | 'missing resources'
}

export type Settings = Required<SimulatorOptions>

/** The options with every default filled in. */
export function settle(options: SimulatorOptions): Settings {
  return {
    apps: [{bundleId: 'com.example.app'}],
    processingMilliseconds: 20,
    checksumLagMilliseconds: 0,
    listLagMilliseconds: 0,
    partSize: 4 * 1024 * 1024,
    hourlyLimit: 3500,
    minuteLimit: Number.POSITIVE_INFINITY,
    retryAfter: false,
    reservationLifetimeSeconds: 7 * 24 * 60 * 60,
    processing: 'real',
    opaqueAlpha: 'accept',
    newVersionInherits: true,
    host: '127.0.0.1',
    storeBytes: true,
    disguise: () => ({}),
    inclusionCut: null,
    reviewMilliseconds: 20,
    localizationsAppearInBoth: false,
    errorsRepeatValues: false,
    privacyAnswered: true,
    agreementsSigned: true,
    now: Date.now,
    ...options,
  }
}
