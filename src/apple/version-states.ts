/**
 * The values of `appVersionState` in which App Store Connect lets screenshots and previews change
 * (App Store Connect Help, "App and submission statuses").
 */
export const EDITABLE_STATES: readonly string[] = [
  'PREPARE_FOR_SUBMISSION',
  'READY_FOR_REVIEW',
  'INVALID_BINARY',
  'REJECTED',
  'METADATA_REJECTED',
  'DEVELOPER_REJECTED',
]
