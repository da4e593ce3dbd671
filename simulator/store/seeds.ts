import type {AssetError} from './records.ts'

/** An app that the store has from the start. */
export interface AppSeed {
  readonly bundleId: string
  readonly id?: string
  readonly name?: string
  readonly sku?: string
  readonly primaryLocale?: string
  /** Default: not declared. */
  readonly contentRightsDeclaration?: string | null
  /**
   * In the order in which lists show them. Default: the live one if a version is live, then one for the version in the
   * works, each with the locales of that version and nothing filled in but the name.
   */
  readonly appInfos?: readonly AppInfoSeed[]
  /** Default: none. `customerPrice` as Apple spells it, such as `0.99` or `0.0`. */
  readonly price?: {readonly territory: string; readonly customerPrice: string} | null
  /** Default: none. */
  readonly builds?: readonly BuildSeed[]
  /** Default: an editable iOS version 1.0.0. */
  readonly versions?: readonly VersionSeed[]
}

export interface AppInfoSeed {
  /** Default `PREPARE_FOR_SUBMISSION`. */
  readonly state?: string
  /** Ids such as `TRAVEL`, by Apple's name of the relationship. */
  readonly categories?: Readonly<Record<string, string>>
  /** By Apple's names. Default: nothing is answered. */
  readonly ageRating?: Readonly<Record<string, string | boolean | null>>
  /** By Apple's names, `locale` too; one without a name has that of the app. Default: the primary locale. */
  readonly localizations?: readonly Readonly<Record<string, string | null>>[]
}

export interface BuildSeed {
  /** What Apple calls the version of a build, such as `42`. */
  readonly number: string
  /** Of the version that it was made for. Default `1.0.0`. */
  readonly version?: string
  /** Default `IOS`. */
  readonly platform?: string
  /** Default `VALID`. */
  readonly processingState?: 'PROCESSING' | 'FAILED' | 'INVALID' | 'VALID'
  /** What comes of it after some time. Default: nothing. */
  readonly becomes?: {readonly state: 'FAILED' | 'INVALID' | 'VALID'; readonly milliseconds: number}
  /** Default false. */
  readonly expired?: boolean
  /** Default null: not answered. */
  readonly usesNonExemptEncryption?: boolean | null
  /** In ISO 8601. Default: now. */
  readonly uploadedDate?: string
  /** Whether the version has it. Default false. */
  readonly isAttached?: boolean
}

export interface VersionSeed {
  readonly versionString: string
  /** Default `IOS`. */
  readonly platform?: string
  /** Default `PREPARE_FOR_SUBMISSION`. */
  readonly state?: string
  readonly createdDate?: string
  readonly copyright?: string | null
  readonly releaseType?: string | null
  readonly earliestReleaseDate?: string | null
  /** Attributes of its review detail, by Apple's names. Default: it has none. */
  readonly reviewDetail?: Readonly<Record<string, string | boolean | null>> | null
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
