/** What both clients are told, as JSON in the file that their first argument names. */
export interface Job {
  /** Without a slash at the end. */
  readonly apiUrl: string
  /** Valid for 20 minutes. */
  readonly token: string
}

export interface SequentialJob extends Job {
  readonly bundleId: string
  /** Absolute path of the folder with `screenshots/` and `previews/`. */
  readonly workspace: string
}

/** Everything that could be known beforehand. Only locales and sets with work are in it. */
export interface BareJob extends Job {
  readonly versionId: string
  readonly locales: readonly LocaleWork[]
  /** How long Apple takes after the last commit. */
  readonly processingMilliseconds: number
}

export interface LocaleWork {
  readonly locale: string
  /** Null for a locale that has to be created. */
  readonly id: string | null
  readonly sets: readonly SetWork[]
}

export interface SetWork {
  readonly family: 'screenshots' | 'previews'
  readonly type: string
  /** Null for a set that has to be created. */
  readonly id: string | null
  /** Ids of the assets to delete. */
  readonly deletions: readonly string[]
  /** The files to upload, in their order. */
  readonly files: readonly FileWork[]
  /** The ids of the whole set, null for each new file; null if the order comes out right by itself. */
  readonly order: readonly (string | null)[] | null
}

export interface FileWork {
  /** Absolute. */
  readonly path: string
  readonly fileName: string
  readonly fileSize: number
  /** Lower-case hex. */
  readonly md5: string
}
