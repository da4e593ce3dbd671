/**
 * What a person is told of an error that ended the run. Our own errors carry a `code` and say what to do; anything
 * else is a fault of the action, and its stack helps to mend it.
 */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return `Unexpected: ${String(error)}`
  if ('code' in error) return error.message
  return `This is a fault of the action, please report it: ${error.stack ?? error.message}`
}
