import type {CategorySlot} from '../apple/app-info.ts'
import type {ContentRights, ReleaseType} from '../apple/release.ts'
import type {ReviewAttribute} from '../apple/review-detail.ts'
import type {FilePosition} from '../core/diagnostic.ts'

/** Something that the repository declares. */
export interface Declared<Value> {
  readonly value: Value
  /** Where it is declared. */
  readonly at: FilePosition
  /** Whether the value must not be shown: people see {@link HIDDEN} in its place, and so does every file. */
  readonly isSecret: boolean
}

/** What people see in place of a secret. */
export const HIDDEN = '(hidden)'

/** What a step, a file or a report may have of a declared text. */
export function shownText({value, isSecret}: Declared<string>): string {
  return isSecret ? HIDDEN : value
}

/**
 * What `manage: metadata` declares, from fastlane's folder and `app-store.yml` together. What is null or missing is not
 * declared, and left alone. In `mode: validate` that is also what the environment declares.
 */
export interface Metadata {
  /** By Apple's code of the locale, then by Apple's name of the text. None is empty. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, Declared<string>>>
  readonly release: {
    readonly copyright: Declared<string> | null
    readonly release: Declared<ReleaseType> | null
    /** ISO 8601 with a time zone. Declared exactly if the release type is `SCHEDULED`. */
    readonly earliestRelease: Declared<string> | null
    readonly phasedRelease: Declared<boolean> | null
  }
  readonly app: {
    /** Apple's code of a locale. */
    readonly primaryLocale: Declared<string> | null
    readonly contentRights: Declared<ContentRights> | null
    readonly price: Price | null
    /** Apple's ids, such as `TRAVEL`. A null value: declared to have none. */
    readonly categories: ReadonlyMap<CategorySlot, Declared<string | null>>
  }
  /** By Apple's name of the question. */
  readonly ageRating: ReadonlyMap<string, Declared<string | boolean>>
  /** `latest`, or a build number. */
  readonly build: Declared<string> | null
  /** Whether the build uses encryption that is not exempt. */
  readonly encryption: Declared<boolean> | null
  /** By Apple's name: a text, but for `demoAccountRequired`. */
  readonly review: ReadonlyMap<ReviewAttribute, Declared<string | boolean>>
}

/** What the app costs. */
export interface Price {
  /** Apple's code of a territory: three capital letters. */
  readonly baseTerritory: Declared<string>
  /** A number as somebody wrote it, such as `0.00` or `0.99`. */
  readonly customerPrice: Declared<string>
}
