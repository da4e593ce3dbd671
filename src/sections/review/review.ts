import {REVIEW_ATTRIBUTES} from '../../apple/review-detail.ts'
import {isRecord, isText} from '../../core/json-values.ts'
import {fieldOf} from '../../fields/field.ts'
import type {Field, FieldValues} from '../../fields/field.ts'
import type {Metadata} from '../../metadata/metadata.ts'

/** The name of the section, and of the place of its fields. */
export const REVIEW = 'review'

/** Apple's type of the resource. */
export const REVIEW_DETAIL = 'appStoreReviewDetails'

/** What the repository declares. */
export type WantedReview = readonly Field[]

/** What the store has. */
export interface StoredReview {
  /** Apple's id of the version; null while it does not exist. */
  readonly versionId: string | null
  /**
   * The review detail of the version or, while that does not exist, the one that it will start with [inferred]. Null if
   * there is none.
   */
  readonly detail: {
    /** Apple's id. */
    readonly id: string
    readonly values: FieldValues
  } | null
}

export function wantedReview({review}: Metadata): WantedReview {
  return REVIEW_ATTRIBUTES.flatMap((name) => fieldOf(name, review.get(name)))
}

/** What a review detail says, by Apple's name; null for what is not set. */
export function valuesOf(attributes: unknown): FieldValues {
  const all = isRecord(attributes) ? attributes : {}
  return Object.fromEntries(
    REVIEW_ATTRIBUTES.map((name) => {
      const value = all[name]
      return [name, isText(value) || typeof value === 'boolean' ? value : null]
    }),
  )
}
