import {ExpectedError} from '../../core/expected-error.ts'

/** The run was cancelled from outside. */
export class CancelledError extends ExpectedError {
  override readonly name = 'CancelledError'
  readonly code = 'CANCELLED'

  constructor() {
    super('The run was cancelled. The next one picks up where it left off.')
  }
}

/**
 * Listens for cancellation: the runner sends SIGINT and, a few seconds later, SIGTERM.
 *
 * @returns a signal that has to abort everything in progress: the process no longer ends by itself on these signals.
 */
export function listenForCancellation(): AbortSignal {
  const controller = new AbortController()
  const cancel = () => controller.abort(new CancelledError())
  process.on('SIGINT', cancel)
  process.on('SIGTERM', cancel)
  return controller.signal
}
