/** What App Review should know (App Store Connect API 4.4.1, `AppStoreReviewDetail`). */
export const REVIEW_ATTRIBUTES = [
  'contactFirstName',
  'contactLastName',
  'contactPhone',
  'contactEmail',
  'demoAccountRequired',
  'demoAccountName',
  'demoAccountPassword',
  'notes',
] as const
export type ReviewAttribute = (typeof REVIEW_ATTRIBUTES)[number]
