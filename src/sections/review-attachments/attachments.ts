import type {WantedFile} from '../../places/place.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'

/** The name of the section, and of the one place that it has. */
export const SECTION = 'review-attachments'

/** What the folder has. */
export interface WantedAttachments {
  /** Relative to the workspace. */
  readonly folder: string
  /** With different names, in natural order. */
  readonly files: readonly WantedFile[]
}

/** What the store has. */
export interface StoredAttachments {
  /** Apple's id of the version; null while it does not exist. */
  readonly versionId: string | null
  /**
   * Apple's id of the review detail of the version or, while that does not exist, of the one before it. Null if there is
   * none.
   */
  readonly detailId: string | null
  readonly files: readonly StoredFile[]
}
