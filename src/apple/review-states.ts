/** The states of a review submission that is not over (App Store Connect API 4.4.1, `ReviewSubmission`). */
export const OPEN_SUBMISSION_STATES = [
  'READY_FOR_REVIEW',
  'WAITING_FOR_REVIEW',
  'IN_REVIEW',
  'UNRESOLVED_ISSUES',
  'CANCELING',
  'COMPLETING',
] as const

/** States of what Apple has to review (a version, its app info, a version of a pack), in which nothing of it can be changed. */
export const IN_REVIEW_STATES: readonly string[] = ['WAITING_FOR_REVIEW', 'IN_REVIEW']
