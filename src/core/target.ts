import type {App, Version} from './vocabulary.ts'

/**
 * The app and version that a run is about. Each is looked up once, on first use, so that a run without need for a
 * version sends no request for it.
 */
export interface Target {
  /** @throws {ExpectedError} if it does not exist. */
  app(): Promise<App>
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
