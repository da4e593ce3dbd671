import {IN_REVIEW_STATES} from '../apple/review-states.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {AppInfo} from '../core/target.ts'

/** What lets an app info change that cannot be changed yet. */
interface Unlocking {
  /** Whether the version does not exist yet: it brings an app info that can be changed. */
  readonly isNewVersion: boolean
  /** Whether the version is in review. It is taken back before anything is changed, or nothing is. */
  readonly isInReview: boolean
}

/** Whether an app info can be changed once everything that comes before is done. @param info - Null if there is none. */
export function canChangeInfo(
  info: Pick<AppInfo, 'isEditable' | 'state'> | null,
  {isNewVersion, isInReview}: Unlocking,
): boolean {
  if (info === null) return false
  return info.isEditable || isNewVersion || (isInReview && IN_REVIEW_STATES.includes(info.state))
}

/**
 * The warning about what belongs to an app info that cannot be changed.
 *
 * @param names - Of what differs, in words.
 * @param info - Null if App Store Connect has none.
 */
export function appInfoLocked(
  names: readonly string[],
  info: Pick<AppInfo, 'state'> | null,
): Diagnostic {
  const list = new Intl.ListFormat('en-GB').format(names)
  return {
    severity: 'warning',
    code: 'app-info-locked',
    what:
      info === null
        ? `App Store Connect has no app information that could be changed, so these stay as they are: ${list}.`
        : `The app information is in the state ${info.state}, in which App Store Connect does not allow changes, so these stay as they are: ${list}.`,
    next: 'They can be changed together with a version that is being prepared.',
    about: null,
  }
}
