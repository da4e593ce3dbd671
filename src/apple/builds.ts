/** What a build is to App Store Connect (App Store Connect API 4.4.1, `Build.processingState`). */
export const BUILD_STATES = {
  processing: 'PROCESSING',
  valid: 'VALID',
} as const

/** States of a build that never goes to the App Store. */
export const UNUSABLE_BUILD_STATES: readonly string[] = ['FAILED', 'INVALID']

/** The attributes of a build that we read. */
export const BUILD_FIELDS = [
  'version',
  'uploadedDate',
  'processingState',
  'expired',
  'usesNonExemptEncryption',
] as const
