import {UPLOAD_RESOURCES} from './upload-resources.ts'

/** A resource that a version has one of, and that comes with it in one request. */
interface VersionPart {
  /** The resource type. */
  readonly type: string
  readonly fields: readonly string[]
  /** Whether a new version starts with a copy of its predecessor's. Inferred: Apple documents it for none of them. */
  readonly isInherited: boolean
}

/** By Apple's name of the relationship (App Store Connect API 4.4.1, `AppStoreVersion`). */
export const VERSION_PARTS = {
  routingAppCoverage: {
    type: 'routingAppCoverages',
    fields: UPLOAD_RESOURCES.routingCoverage.fields,
    isInherited: true,
  },
  appStoreReviewDetail: {
    type: 'appStoreReviewDetails',
    // No more: everything else in it is about people and their accounts.
    fields: ['appStoreReviewAttachments'],
    isInherited: true,
  },
  appClipDefaultExperience: {
    type: 'appClipDefaultExperiences',
    fields: ['action', 'appClip'],
    isInherited: false,
  },
} as const satisfies Readonly<Record<string, VersionPart>>

export type VersionPartName = keyof typeof VERSION_PARTS
