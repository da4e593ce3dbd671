import type {App, Version} from './vocabulary.ts'

/**
 * The app and version that a run is about. Each is looked up once, on first use, so that a run without need for a
 * version sends no request for it.
 */
export interface Target {
  /** @throws {ExpectedError} if it does not exist. */
  app(): Promise<App>
  /** What the app says of content of others: Apple's `contentRightsDeclaration`; null if it says nothing. */
  contentRights(): Promise<string | null>
  /** @throws {ExpectedError} if it does not exist or cannot be changed. */
  version(): Promise<Version>
  /** Those of the version, or of the version that a new one will start from. */
  localizations(): Promise<readonly Localization[]>
  /**
   * What the version has one of, or the version that a new one will start from.
   *
   * @param name - Apple's name of the relationship, such as `routingAppCoverage`.
   * @returns null if it has none.
   */
  part(name: string): Promise<VersionPart | null>
  /** What can be declared of the version itself, by Apple's names; null for what is not set. */
  versionAttributes(): Promise<Readonly<Record<string, string | null>>>
  /** Whether the platform has no other version. */
  isFirstVersion(): Promise<boolean>
  /** Of a live app, the one of two that can be changed. Null if App Store Connect has none. */
  appInfo(): Promise<AppInfo | null>
}

/** What an app says of itself, whatever its version. */
export interface AppInfo {
  /** Apple's id. */
  readonly id: string
  readonly state: string
  /** Whether App Store Connect lets it change. */
  readonly isEditable: boolean
  readonly localizations: readonly InfoLocalization[]
  /** Apple's ids, such as `TRAVEL`, by Apple's name of the relationship; null if not set. */
  readonly categories: Readonly<Record<string, string | null>>
  /** Null if App Store Connect does not say. */
  readonly ageRating: AgeRating | null
}

/** A locale of the app info. */
export interface InfoLocalization {
  /** Apple's id. */
  readonly id: string
  /** Apple's code, such as `en-US`. */
  readonly locale: string
  /** By Apple's names, such as `subtitle`; null if not set. */
  readonly attributes: Readonly<Record<string, string | null>>
}

export interface AgeRating {
  /** Apple's id. */
  readonly id: string
  /** By Apple's names; null if not answered. */
  readonly answers: Readonly<Record<string, string | boolean | null>>
}

/** A resource that belongs to a version. */
export interface VersionPart {
  readonly type: string
  /** Apple's id. */
  readonly id: string
  readonly attributes?: object | null
}

/** A locale of the version. */
export interface Localization {
  /** Apple's id. */
  readonly id: string
  /** Apple's code, such as `en-US`. */
  readonly locale: string
  /** By Apple's names, such as `whatsNew`; null if not set. */
  readonly attributes: Readonly<Record<string, string | null>>
  /** The types of its sets, such as `APP_IPHONE_67`, by Apple's name of the relationship, such as `appPreviewSets`. */
  readonly sets: Readonly<Record<string, readonly string[]>>
}
