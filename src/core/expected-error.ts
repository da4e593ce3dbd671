/** An error that the user can do something about. Every other error is a bug in the action. */
export abstract class ExpectedError extends Error {
  /** Stable name of what went wrong, such as `NO_APP`, or Apple's code. */
  abstract readonly code: string
  /** What to do next, as sentences. Empty if the message already says it. */
  readonly remedy: string

  constructor(message: string, {remedy = '', cause}: ExpectedErrorOptions = {}) {
    super(message, cause === undefined ? {} : {cause})
    this.remedy = remedy
  }
}

export interface ExpectedErrorOptions {
  readonly remedy?: string
  readonly cause?: unknown
}
