import type {AssetError} from './records.ts'

/** An app that the store has from the start. */
export interface AppSeed {
  readonly bundleId: string
  readonly id?: string
  readonly name?: string
  readonly sku?: string
  readonly primaryLocale?: string
  /** Default: an editable iOS version 1.0.0. */
  readonly versions?: readonly VersionSeed[]
}

export interface VersionSeed {
  readonly versionString: string
  /** Default `IOS`. */
  readonly platform?: string
  /** Default `PREPARE_FOR_SUBMISSION`. */
  readonly state?: string
  readonly createdDate?: string
  /** Default: the app's primary locale, without sets. */
  readonly localizations?: readonly LocalizationSeed[]
}

export interface LocalizationSeed {
  readonly locale: string
  /** By Apple's names, such as `whatsNew`. Default: none is set. */
  readonly texts?: Readonly<Record<string, string | null>>
  readonly sets?: readonly SetSeed[]
}

export interface SetSeed {
  /** A display type (`APP_IPHONE_67`) or a preview type (`IPHONE_67`). */
  readonly type: string
  readonly assets: readonly AssetSeed[]
}

/** Give `bytes`, or `md5` and `size`. */
export interface AssetSeed {
  readonly fileName: string
  readonly bytes?: Uint8Array
  readonly md5?: string
  readonly size?: number
  /** Default `COMPLETE`. */
  readonly state?: 'COMPLETE' | 'FAILED' | 'AWAITING_UPLOAD' | 'UPLOAD_COMPLETE'
  readonly errors?: readonly AssetError[]
  readonly posterTimeCode?: string
  /** What the commit said. Default: the MD5; null: nothing. */
  readonly checksum?: string | null
  /** Seconds since 1970, instead of the usual lifetime. */
  readonly expires?: number
}
