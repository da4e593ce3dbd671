import {ApiError} from '../../connect/errors.ts'
import {EDITABLE_STATES} from '../../apple/version-states.ts'
import {patchSubmission, readState} from './submissions.ts'
import {mustBecome, versionState} from './must-become.ts'
import type {SubmissionWork} from './must-become.ts'

/** Takes a submission back, and waits until it is over and its version can be changed. */
export async function takeBack(
  work: SubmissionWork,
  submissionId: string,
  versionId: string,
): Promise<void> {
  await patchSubmission(work.client, submissionId, {canceled: true}).catch(
    async (error: unknown) => {
      const isOver = error instanceof ApiError && error.status === 409
      const state = isOver ? await readState(work.client, submissionId) : null
      if (state !== 'CANCELING' && state !== 'COMPLETE') throw error
    },
  )
  await untilTakenBack(work, submissionId, versionId)
}

/** Waits until a submission is over and its version can be changed. */
export async function untilTakenBack(
  work: SubmissionWork,
  submissionId: string,
  versionId: string,
): Promise<void> {
  await mustBecome(work, 'COMPLETE', () => readState(work.client, submissionId))
  await mustBecome(work, 'DEVELOPER_REJECTED', () => versionState(work, versionId), EDITABLE_STATES)
}
