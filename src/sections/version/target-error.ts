import {ExpectedError} from '../../core/expected-error.ts'

/** The app or version in the inputs does not exist or cannot be changed. The message says what does exist. */
export class TargetError extends ExpectedError {
  override readonly name = 'TargetError'
  readonly code: 'NO_APP' | 'NO_VERSION' | 'NOT_EDITABLE' | 'OTHER_VERSION_EDITABLE'

  constructor(code: TargetError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Whether the app is there, but does not have the version, or not in a state in which it could be changed. */
export function isNoEditableVersion(error: unknown): error is TargetError {
  return (
    error instanceof TargetError && (error.code === 'NO_VERSION' || error.code === 'NOT_EDITABLE')
  )
}
