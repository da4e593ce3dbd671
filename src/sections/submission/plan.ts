import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {EMPTY_PLAN} from '../../core/plan.ts'
import type {Plan} from '../../core/plan.ts'
import {plural} from '../../core/plural.ts'
import type {Policy, Reviewable} from '../../core/policy.ts'
import {versionReference} from '../../core/policy.ts'
import type {Step} from '../../core/step.ts'
import type {Version} from '../../core/vocabulary.ts'
import type {CancellationDetail, SubmissionDetail} from './detail.ts'
import {isContent} from './contents.ts'
import {howToComplete, missingWords} from './missing.ts'
import {isItemOf} from './submissions.ts'
import type {Submission} from './submissions.ts'

/** What App Store Connect says of the version's review. */
export interface Review {
  readonly version: Version
  /** Those of the platform that are not over. */
  readonly submissions: readonly Submission[]
  /**
   * Whether other jobs change the version while it is in review, which takes it back. Known of the job that submits it, if
   * the run may take it back.
   */
  readonly othersHaveWork: boolean
}

type OwnPolicy = Pick<Policy, 'openingSteps' | 'earlier'>

export const CANCELLATION = 'review-cancellation'
export const SUBMISSION = 'submission'

/** Plans to take the version back from review, if it is there. */
export function planCancellation({version, submissions}: Review): Plan {
  if (!IN_REVIEW_STATES.includes(version.state)) return EMPTY_PLAN
  const own = submissionOf(version, submissions)
  if (own === null || version.state === 'IN_REVIEW') {
    return {...EMPTY_PLAN, diagnostics: [cannotTakeBack(version)]}
  }
  const step: Step<CancellationDetail> = {
    id: 'cancel-review',
    section: CANCELLATION,
    action: 'delete',
    needs: [],
    subject: {
      noun: 'review submission',
      name: `review submission of ${version.versionString}`,
      locale: null,
      place: null,
      file: null,
    },
    before: null,
    after: null,
    reason: 'It can only be changed when it is not in review',
    cost: {writes: 1, bytes: 0},
    resource: {id: own.id},
    detail: {kind: 'cancellation', submission: own.id},
  }
  return {...EMPTY_PLAN, steps: [step]}
}

/**
 * Plans to submit the version.
 *
 * @param review - What is there, which counts as taken back if the plan begins with that.
 * @param isShared - Whether other jobs work on the version. What they bring is only known once they are done.
 */
export function planSubmission(
  review: Review,
  policy: OwnPolicy,
  {cancels, isShared}: {readonly cancels: boolean; readonly isShared: boolean},
): Plan {
  const {version, submissions} = review
  const missing = policy.earlier.requirements
    .filter(({state}) => state === 'missing' && !isShared)
    .map(({name, next}) => ({name, next}))
  const isInReview = IN_REVIEW_STATES.includes(version.state)
  const settled = isInReview ? inReview(review, policy, {cancels, missing}) : null
  if (settled !== null) return {...EMPTY_PLAN, diagnostics: settled}
  const others = reviewablesOf(policy)
    .filter((each) => !each.isInReview || isInside(each, submissionOf(version, submissions)))
    .map(({relationship, resource}) => ({relationship, resource}))
  const step: Step<SubmissionDetail> = {
    id: `submit:${version.versionString}`,
    section: SUBMISSION,
    action: 'submit',
    needs: policy.openingSteps,
    subject: {noun: 'version', name: version.versionString, locale: null, place: null, file: null},
    before: null,
    after: null,
    reason:
      missing.length === 0
        ? 'Everything is in place'
        : `Not ready: ${missing.map(({name}) => name).join(', ')}`,
    cost: {
      writes:
        missing.length === 0 ? writesOf(isInReview ? [] : submissions, version.id, others) : 0,
      bytes: 0,
    },
    resource: versionReference(version.id, policy),
    detail: {kind: 'submission', missing, others},
  }
  return {...EMPTY_PLAN, steps: [step]}
}

/** The open submission that has the version in it. */
export function submissionOf(
  {id}: Pick<Version, 'id'>,
  submissions: readonly Submission[],
): Submission | null {
  return submissions.find(({items}) => items.some((item) => isItemOf(item, id))) ?? null
}

/** States of a submission that App Review does not have, the better ones to add something first. */
const OPEN_STATES: readonly string[] = ['READY_FOR_REVIEW', 'UNRESOLVED_ISSUES']

/**
 * The open submission of the platform that can still take the version: the one that has it, else the one to which
 * something can be added; App Store Connect allows one of those.
 *
 * @param versionId - Apple's id; null while the version does not exist.
 */
export function reusable(
  submissions: readonly Submission[],
  versionId: string | null,
): Submission | null {
  const own = submissionOf({id: versionId}, submissions)
  if (own !== null && OPEN_STATES.includes(own.state)) return own
  const open = OPEN_STATES.flatMap((state) => submissions.filter((each) => each.state === state))
  return open[0] ?? null
}

function reviewablesOf({earlier}: OwnPolicy) {
  return earlier.forReview.flatMap(({relationship, ...each}) =>
    isContent(relationship) ? [{...each, relationship}] : [],
  )
}

function isInside({resource}: Pick<Reviewable, 'resource'>, own: Submission | null): boolean {
  return 'id' in resource && (own?.items ?? []).some((item) => isItemOf(item, resource.id))
}

/**
 * What is to be said of a version in review, of which nothing is submitted.
 *
 * @returns null if it is taken back, and submitted again.
 */
function inReview(
  {version, submissions, othersHaveWork}: Review,
  policy: OwnPolicy,
  {cancels, missing}: {readonly cancels: boolean; readonly missing: SubmissionDetail['missing']},
): readonly Diagnostic[] | null {
  const own = submissionOf(version, submissions)
  const changes = policy.earlier.steps.length
  const late = reviewablesOf(policy).filter(
    (each) => !each.isInReview && 'id' in each.resource && !isInside(each, own),
  )
  const isSame = changes === 0 && late.length === 0 && !othersHaveWork
  // Somebody, or a run that was killed, is taking it back.
  if (isSame && own?.state === 'CANCELING') return null
  if (isSame) return [alreadySubmitted(version)]
  if (!cancels) return [mustBeTakenBack(version, changes, late.length)]
  // With changes, taking it back says why that is impossible.
  if (version.state === 'IN_REVIEW') return changes > 0 ? [] : [cannotTakeBack(version)]
  return missing.length > 0 ? [notTakenBack(version, missing)] : null
}

/** Making the submission, adding what is not in it, and submitting it. */
function writesOf(
  submissions: readonly Submission[],
  id: string | null,
  others: SubmissionDetail['others'],
): number {
  const open = reusable(submissions, id)
  const settled = (open?.items ?? []).filter(
    ({state}) => state !== 'REJECTED' && state !== 'REMOVED',
  )
  const inside = new Set(settled.map(({contentId}) => contentId))
  const contents = [id, ...others.map(({resource}) => ('id' in resource ? resource.id : null))]
  const toAdd = contents.filter((content) => content === null || !inside.has(content))
  return 1 + (open === null ? 1 : 0) + toAdd.length
}

function alreadySubmitted({versionString, state}: Version): Diagnostic {
  return {
    severity: 'note',
    code: 'already-submitted',
    what: `Version ${versionString} is ${WORDS[state] ?? 'in review'} already, and nothing has changed.`,
    next: '',
    about: null,
  }
}

/** @param late - The number of versions of background assets that are not in its submission. */
function mustBeTakenBack(
  {versionString, state}: Version,
  changes: number,
  late: number,
): Diagnostic {
  const what =
    changes > 0 ? plural(changes, 'change') : `the submission of ${plural(late, 'asset pack')}`
  return {
    severity: 'error',
    code: 'in-review',
    what: `Version ${versionString} is ${WORDS[state] ?? 'in review'}, and ${what} cannot be made until it is taken back.`,
    next: 'Set `cancel-review: true` to take it back first, or run the job again after the review.',
    about: null,
  }
}

function notTakenBack(
  {versionString, state}: Version,
  missing: SubmissionDetail['missing'],
): Diagnostic {
  return {
    severity: 'error',
    code: 'in-review',
    what: `Version ${versionString} is ${WORDS[state] ?? 'in review'} and is not taken back, because it could not be submitted again: ${missingWords(missing)}.`,
    next: howToComplete(missing),
    about: null,
  }
}

/** Apple answers that a submission cannot be canceled once its review has begun. */
function cannotTakeBack({versionString, state}: Version): Diagnostic {
  return {
    severity: 'error',
    code: 'in-review',
    what: `Version ${versionString} is ${WORDS[state] ?? 'in review'}, and cannot be taken back through the API.`,
    next: 'Remove it from review in App Store Connect, or run the job again after the review.',
    about: null,
  }
}

const WORDS: Readonly<Record<string, string>> = {
  WAITING_FOR_REVIEW: 'waiting for review',
  IN_REVIEW: 'in review',
}
