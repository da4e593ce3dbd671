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
 * @returns a controller whose signal ends everything under way, so that what happened can still be told.
 */
export function listenForCancellation(): AbortController {
  const controller = new AbortController()
  const cancel = () => controller.abort(new CancelledError())
  process.on('SIGINT', cancel)
  process.on('SIGTERM', cancel)
  return controller
}
