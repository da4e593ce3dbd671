import {
  ApiError,
  ConnectionError,
  ReservationExpiredError,
  UploadRefusedError,
} from '../connect/errors.ts'
import {FileChangedError} from '../transfer/upload-part.ts'
import type {Failure} from './results.ts'
import {VanishedError} from '../sections/media/sets/presence.ts'
import {ReservationError} from '../transfer/reservation.ts'

/**
 * Puts an error into words: what happened, and what to do next. Most of our own errors carry a `code` and say both;
 * one without a code is a fault of the action, and its stack helps to mend it.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error) || !('code' in error)) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return {message: `This is a fault of the action, please report it: ${what}`, remedy: ''}
  }
  return {message: error.message, remedy: remedyFor(error)}
}

const RUN_AGAIN_ALONE =
  'Make sure that no other job or person works on this version, and run the job again.'
const RUN_AGAIN = 'Run the job again: it goes on where this run stopped.'
const CHECK_WAY = `${RUN_AGAIN} If this happens again, check \`api-url\` and the proxies of the network.`

function remedyFor(error: Error): string {
  if (error instanceof FileChangedError) return 'Let the step that writes the file end first.'
  if (error instanceof VanishedError) return RUN_AGAIN_ALONE
  if (error instanceof ApiError) return remedyForAnswer(error)
  if (error instanceof ConnectionError && error.code === 'UNREADABLE_ANSWER') return CHECK_WAY
  if (error instanceof ConnectionError && !error.isPassing) return ''
  const passes = [ConnectionError, ReservationError, ReservationExpiredError, UploadRefusedError]
  return passes.some((kind) => error instanceof kind) ? RUN_AGAIN : ''
}

function remedyForAnswer({status, code}: ApiError): string {
  if (code.startsWith('FORBIDDEN.REQUIRED_AGREEMENTS')) {
    return 'The Account Holder has to accept the pending agreements in App Store Connect.'
  }
  if (status === 403) return 'Give the API key the role App Manager, and let it see the app.'
  if (status === 404) return 'Somebody removed it meanwhile; run the job again.'
  if (status === 409) {
    return 'Look at the version in App Store Connect: somebody may have changed or submitted it meanwhile. Then run the job again.'
  }
  return RUN_AGAIN
}
