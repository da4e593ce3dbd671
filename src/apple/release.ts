/** How a version is released, by our words (App Store Connect API 4.4.1, `AppStoreVersion.releaseType`). */
export const RELEASE_TYPES = {
  manual: 'MANUAL',
  'after-approval': 'AFTER_APPROVAL',
  scheduled: 'SCHEDULED',
} as const
export type ReleaseType = (typeof RELEASE_TYPES)[keyof typeof RELEASE_TYPES]

/** Whether an app has content of others, by our words (the same source, `App.contentRightsDeclaration`). */
export const CONTENT_RIGHTS = {
  'does-not-use-third-party-content': 'DOES_NOT_USE_THIRD_PARTY_CONTENT',
  'uses-third-party-content': 'USES_THIRD_PARTY_CONTENT',
} as const
export type ContentRights = (typeof CONTENT_RIGHTS)[keyof typeof CONTENT_RIGHTS]
