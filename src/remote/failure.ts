import {ApiError, ConnectionError} from '../connect/errors.ts'
import {FileChangedError} from '../connect/upload-part.ts'
import type {Failure} from '../model/results.ts'

/** Puts an error of a step into words: what happened, and what to do next. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  return {message, remedy: remedyFor(error)}
}

const RUN_AGAIN = 'Run the job again: it goes on where this run stopped.'

function remedyFor(error: unknown): string {
  if (error instanceof FileChangedError) return 'Let the step that writes the file end first.'
  if (error instanceof ConnectionError) return RUN_AGAIN
  if (!(error instanceof ApiError)) return RUN_AGAIN
  if (error.code.startsWith('FORBIDDEN.REQUIRED_AGREEMENTS')) {
    return 'The Account Holder has to accept the pending agreements in App Store Connect.'
  }
  if (error.status === 403) return 'Give the API key the role App Manager, and let it see the app.'
  if (error.status === 404) return 'Somebody removed it meanwhile; run the job again.'
  if (error.status === 409) {
    return 'Look at the version in App Store Connect: somebody may have changed or submitted it meanwhile. Then run the job again.'
  }
  return RUN_AGAIN
}
