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
    // Everything else in it is about people and their accounts, and read only if it is managed.
    fields: ['appStoreReviewAttachments'],
    isInherited: true,
  },
  build: {
    type: 'builds',
    fields: ['version', 'uploadedDate', 'processingState', 'expired', 'usesNonExemptEncryption'],
    isInherited: false,
  },
  appStoreVersionPhasedRelease: {
    type: 'appStoreVersionPhasedReleases',
    fields: ['phasedReleaseState'],
    isInherited: false,
  },
  appClipDefaultExperience: {
    type: 'appClipDefaultExperiences',
    fields: ['action', 'appClip'],
    isInherited: false,
  },
} as const satisfies Readonly<Record<string, VersionPart>>

export type VersionPartName = keyof typeof VERSION_PARTS

/** Whether Apple's name of a relationship is that of a part. */
export function isPart(name: string): name is VersionPartName {
  return name in VERSION_PARTS
}

/** The parts to read with a version, each with the attributes to read. */
export type WantedParts = ReadonlyMap<VersionPartName, readonly string[]>
