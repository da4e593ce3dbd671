import {ApiError} from '../../connect/errors.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import {getAll} from '../../connect/pages.ts'
import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import {waitFor} from '../../core/wait-for.ts'
import {CONTENT_NAMES, CONTENTS} from './contents.ts'
import type {Content} from './contents.ts'
import type {SubmissionDetail} from './detail.ts'
import {reusable} from './plan.ts'
import {refusal} from './refusal.ts'
import type {Refused} from './refusal.ts'
import {
  asItem,
  isItemOf,
  patchSubmission,
  readItems,
  readPackState,
  readState,
} from './submissions.ts'
import type {Submission} from './submissions.ts'
import {NotReadyError} from './submission-errors.ts'
import {mustBecome, versionState} from './must-become.ts'
import type {SubmissionWork} from './must-become.ts'
import {untilTakenBack} from './take-back.ts'

/** Something to submit. */
export interface Submittable {
  readonly content: Content
  /** Apple's id of it. */
  readonly contentId: string
}

/** A submission as Apple confirmed it. */
export interface Submitted {
  /** Apple's id. */
  readonly id: string
  readonly state: string
}

/**
 * Submits a version for review: finds or makes the platform's open submission, adds what is missing in it, waits until
 * Apple has it ready, submits it, and waits until Apple confirms that.
 *
 * @param missing - What Apple still needs.
 * @throws {NotReadyError} if something is missing. Then nothing was sent.
 * @throws {SubmissionRefusedError} if Apple refuses the version.
 * @throws {UnconfirmedError} if Apple takes too long.
 */
export async function submit(
  work: SubmissionWork,
  versionId: string,
  {
    others,
    submissions,
    missing,
    refused,
  }: {
    /** What goes to App Review besides the version. */
    readonly others: readonly Submittable[]
    readonly submissions: readonly Submission[]
    readonly missing: SubmissionDetail['missing']
    readonly refused: Refused
  },
): Promise<Submitted> {
  if (missing.length > 0) throw new NotReadyError(missing)
  const id =
    reusable(submissions, versionId)?.id ?? (await newSubmission(work, versionId, submissions))
  try {
    for (const each of [{content: 'appStoreVersion', contentId: versionId} as const, ...others]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a refusal is of one
      await addItem(work, id, each)
    }
    // Another run may be quicker, and hand it over.
    await mustBecome(
      work,
      'READY_FOR_REVIEW',
      () => versionState(work, versionId),
      IN_REVIEW_STATES,
    )
    await takenIn(work, others)
    await hand(work, id)
  } catch (error) {
    throw await refusal(error, id, refused)
  }
  const state = await mustBecome(
    work,
    'WAITING_FOR_REVIEW',
    () => readState(work.client, id),
    HANDED,
  )
  return {id, state}
}

/** Makes a submission, after those that are being taken back: until they are over, the platform gets no other. */
async function newSubmission(
  work: SubmissionWork,
  versionId: string,
  submissions: readonly Submission[],
): Promise<string> {
  for (const {id} of submissions.filter(({state}) => state === 'CANCELING')) {
    // oxlint-disable-next-line no-await-in-loop -- seldom more than one
    await untilTakenBack(work, id, versionId)
  }
  return createSubmission(work)
}

async function createSubmission({client, app, platform, signal}: SubmissionWork): Promise<string> {
  const {id} = await createOrFind(client, '/v1/reviewSubmissions', {
    body: {
      data: {
        type: 'reviewSubmissions',
        attributes: {platform},
        relationships: {app: {data: {type: 'apps', id: app.id}}},
      },
    },
    find: async () => {
      const {data} = await getAll<{state?: string; platform?: string}>(
        client,
        '/v1/reviewSubmissions',
        {
          'filter[app]': app.id,
          'filter[platform]': platform,
          'filter[state]': 'READY_FOR_REVIEW',
          'fields[reviewSubmissions]': ['platform', 'state'],
          limit: 200,
        },
      )
      const isOpen = (each: (typeof data)[number]) =>
        each.attributes?.state === 'READY_FOR_REVIEW' && each.attributes.platform === platform
      return data.find(isOpen) ?? null
    },
    signal,
  })
  return id
}

/** Adds something to a submission unless it is there. What App Review rejected before counts as corrected. */
async function addItem(
  {client, signal}: SubmissionWork,
  submissionId: string,
  {content, contentId}: Submittable,
): Promise<void> {
  const items = await readItems(client, submissionId)
  const own = items.find((item) => isItemOf(item, contentId))
  if (own?.state === 'REJECTED') {
    await client.patch(`/v1/reviewSubmissionItems/${own.id}`, {
      data: {type: 'reviewSubmissionItems', id: own.id, attributes: {resolved: true}},
    })
  }
  if (own !== undefined) return
  const find = async () => {
    const {data} = await getAll(client, `/v1/reviewSubmissions/${submissionId}/items`, {
      include: CONTENT_NAMES,
      limit: 200,
    })
    return data.find((item) => isItemOf(asItem(item), contentId)) ?? null
  }
  await createOrFind(client, '/v1/reviewSubmissionItems', {
    body: {
      data: {
        type: 'reviewSubmissionItems',
        relationships: {
          reviewSubmission: {data: {type: 'reviewSubmissions', id: submissionId}},
          [content]: {data: {type: CONTENTS[content], id: contentId}},
        },
      },
    },
    find,
    signal,
  })
}

/** In milliseconds. */
const LONGEST_INTAKE = 60_000

/**
 * Waits until Apple has what goes along with the version ready too. That it says so in the same way is inferred, so it is
 * Apple that decides when the time is over.
 */
async function takenIn(
  {client, signal}: SubmissionWork,
  others: readonly Submittable[],
): Promise<void> {
  const isReady = async ({contentId}: Submittable) => {
    const state = await readPackState(client, contentId)
    return state === 'READY_FOR_REVIEW' || IN_REVIEW_STATES.includes(state ?? '')
  }
  const look = async () => ((await Promise.all(others.map(isReady))).every(Boolean) ? true : null)
  await waitFor(look, {timeout: LONGEST_INTAKE, signal})
}

/** Hands a submission to App Review, or finds that an earlier request did. */
async function hand({client}: SubmissionWork, id: string): Promise<void> {
  await patchSubmission(client, id, {submitted: true}).catch(async (error: unknown) => {
    const isConflict = error instanceof ApiError && error.status === 409
    const state = isConflict ? await readState(client, id) : null
    if (state === null || !HANDED.includes(state)) throw error
  })
}

/** The states of a submission that App Review has. */
const HANDED: readonly string[] = ['WAITING_FOR_REVIEW', 'IN_REVIEW', 'COMPLETING', 'COMPLETE']
