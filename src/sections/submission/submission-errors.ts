import prettyMilliseconds from 'pretty-ms'

import {ExpectedError} from '../../core/expected-error.ts'
import type {SubmissionDetail} from './detail.ts'
import {howToComplete, missingWords} from './missing.ts'

/** Something that Apple needs is missing, so nothing was submitted. */
export class NotReadyError extends ExpectedError {
  override readonly name = 'NotReadyError'
  readonly code = 'NOT_READY'

  constructor(missing: SubmissionDetail['missing']) {
    super(`Not submitted, because ${missingWords(missing)}.`, {remedy: howToComplete(missing)})
  }
}

/** Apple did not confirm in time what it was asked to do. */
export class UnconfirmedError extends ExpectedError {
  override readonly name = 'UnconfirmedError'
  readonly code = 'UNCONFIRMED'

  constructor(wanted: string, last: string | null, waited: number) {
    super(
      `Apple did not get to ${wanted} within ${prettyMilliseconds(waited, {verbose: true})}; the last state was ${last ?? 'none'}.`,
      {remedy: 'Run the job again: it goes on where this run stopped.'},
    )
  }
}

/** Apple refused to take something into a submission, or to take the submission. */
export class SubmissionRefusedError extends ExpectedError {
  override readonly name = 'SubmissionRefusedError'
  readonly code: string

  constructor(code: string, sentences: readonly string[], submissionId: string, cause: unknown) {
    super(`Apple does not take the version for review. ${sentences.join(' ')}`, {
      remedy: `The review submission ${submissionId} stays open in App Store Connect and is not submitted; the next run uses it.`,
      cause,
    })
    this.code = code
  }
}

/** Something went wrong while a submission was put together. It stays, because Apple lets nobody delete one. */
export class LeftOpenError extends ExpectedError {
  override readonly name = 'LeftOpenError'
  readonly code: string

  constructor(cause: ExpectedError, submissionId: string) {
    super(cause.message, {
      remedy: `${cause.remedy} The review submission ${submissionId} stays open in App Store Connect; the next run goes on with it.`,
      cause,
    })
    this.code = cause.code
  }
}
