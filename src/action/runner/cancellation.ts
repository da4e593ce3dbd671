/** The run was cancelled from outside. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'
  readonly code = 'CANCELLED'

  constructor() {
    super('The run was cancelled. The next run goes on where this one stopped.')
  }
}

/**
 * Listens for the runner, which cancels a job with SIGINT and, a few seconds later, SIGTERM.
 *
 * @returns a signal that has to end everything under way, until the process ends: nothing else ends it any more.
 */
export function listenForCancellation(): AbortSignal {
  const controller = new AbortController()
  const cancel = () => controller.abort(new CancelledError())
  process.on('SIGINT', cancel)
  process.on('SIGTERM', cancel)
  return controller.signal
}
