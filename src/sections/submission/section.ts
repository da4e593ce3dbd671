import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import {requireStore} from '../../core/require-store.ts'
import {performAtOnce} from '../../core/section.ts'
import type {Section} from '../../core/section.ts'
import type {Platform} from '../../core/platforms.ts'
import type {ChecklistItem} from '../../core/view.ts'
import type {Store} from '../../transfer/store.ts'
import type {Target} from '../../core/target.ts'
import {cancellationDetailSchema, submissionDetailSchema} from './detail.ts'
import type {CancellationDetail, SubmissionDetail} from './detail.ts'
import type {SubmissionWork} from './must-become.ts'
import {submit} from './submit.ts'
import type {Submitted} from './submit.ts'
import {takeBack} from './take-back.ts'
import {CANCELLATION, planCancellation, planSubmission, SUBMISSION, submissionOf} from './plan.ts'
import type {Review} from './plan.ts'
import type {Refused} from './refusal.ts'
import {readSubmissions} from './submissions.ts'
import type {Submission} from './submissions.ts'

/** A target whose version is read anew once it was taken back from review. */
interface ReopenableTarget extends Target {
  reopen(): Promise<void>
}

export interface SubmissionOptions {
  readonly platform: Platform
  /** Whether to submit the version. */
  readonly submit: boolean
  /** Whether to take a version back that is in review. */
  readonly cancel: boolean
  /** Names of the sections that must be done before the version is submitted. */
  readonly after: readonly string[]
  /** How long Apple may take for each of the things that it does in its own time, in milliseconds. */
  readonly processingTimeout: number
  /** Null if the run does not use App Store Connect. */
  readonly store: (Store & {readonly target: ReopenableTarget}) | null
  readonly refused: Refused
  /** Whether other jobs work on the same version. */
  readonly isShared: boolean
  /**
   * Waits for other jobs that work on the same version.
   *
   * @returns what Apple needs once they are done; null if there are none.
   */
  readonly whenOthersAreDone: () => Promise<readonly ChecklistItem[] | null>
  /** Whether other jobs have something to change in the same version. Asked of a version in review. */
  readonly othersHaveWork: () => Promise<boolean>
}

/** Takes the version back from review, and submits it. */
export function submissionSections(options: SubmissionOptions): {
  readonly cancellation: Section<null, Review, CancellationDetail>
  readonly submission: Section<null, Review, SubmissionDetail>
} {
  const {platform, processingTimeout, store} = options
  const work = async (): Promise<SubmissionWork> => {
    const {client, signal, target} = requireStore(store)
    return {client, signal, app: await target.app(), platform, timeout: processingTimeout}
  }
  let reading: Promise<readonly Submission[]> | null = null
  let looking: Promise<void> | null = null
  let asking: Promise<boolean> | null = null
  const read = async (): Promise<Review> => {
    const {client, target} = requireStore(store)
    const readOnce = async () => readSubmissions(client, await target.app(), platform)
    const [known, submissions] = await Promise.all([target.version(), (reading ??= readOnce())])
    const isInReview = IN_REVIEW_STATES.includes(known.state)
    if (isInReview && submissionOf(known, submissions) === null) {
      // Another job may have taken it back between the two requests.
      await (looking ??= target.reopen())
    }
    const version = await target.version()
    const isAsked = options.submit && options.cancel && IN_REVIEW_STATES.includes(version.state)
    const othersHaveWork = isAsked && (await (asking ??= options.othersHaveWork()))
    return {version, submissions, othersHaveWork}
  }
  const nothing = {wanted: null, locales: [], diagnostics: [], summary: null}
  return {
    cancellation: {
      name: CANCELLATION,
      after: [],
      opens: options.submit ? 'for-others' : true,
      scope: 'version',
      detail: cancellationDetailSchema,
      find: async () => nothing,
      read,
      check: async () => [],
      plan: (_wanted, review) => planCancellation(review),
      perform: ({have: {version}}) =>
        performAtOnce(async ({detail}) => {
          await takeBack(await work(), detail.submission, version.id ?? '')
          reading = null
          await requireStore(store).target.reopen()
          return detail.submission
        }),
      facts: () => ({}),
      view: () => [],
      pictures: () => new Map(),
    },
    submission: {
      name: SUBMISSION,
      after: options.after,
      opens: false,
      scope: 'version',
      detail: submissionDetailSchema,
      find: async () => nothing,
      read,
      check: async () => [],
      plan: (_wanted, review, policy) =>
        planSubmission(review, policy, {cancels: options.cancel, isShared: options.isShared}),
      outputs: ({version, submissions}) => outputsOf(submissionOf(version, submissions)),
      perform({have: {submissions}, idOf}) {
        let submitted: Submitted | null = null
        const performer = performAtOnce<SubmissionDetail>(async ({detail, resource}) => {
          const found = await options.whenOthersAreDone()
          const missing = found?.filter(({state}) => state === 'missing') ?? detail.missing
          const others = detail.others.map((other) => ({
            content: other.relationship,
            contentId: idOf(other.resource),
          }))
          const versionId = resource === null ? '' : idOf(resource)
          const {refused} = options
          submitted = await submit(await work(), versionId, {others, submissions, missing, refused})
          return submitted.id
        })
        return {...performer, outputs: () => outputsOf(submitted)}
      },
      // Not what is missing: of several jobs, each sees the work of the others as missing.
      facts: () => ({}),
      view: () => [],
      pictures: () => new Map(),
    },
  }
}

function outputsOf(submission: Submitted | null): Readonly<Record<string, string>> {
  return submission === null
    ? {}
    : {'submission-id': submission.id, 'submission-state': submission.state}
}
