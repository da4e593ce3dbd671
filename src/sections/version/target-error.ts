import {ExpectedError} from '../../core/expected-error.ts'

/** The app or version in the inputs does not exist or cannot be changed. The message says what does exist. */
export class TargetError extends ExpectedError {
  override readonly name = 'TargetError'
  readonly code: 'NO_APP' | 'NO_VERSION' | 'NOT_EDITABLE'

  constructor(code: TargetError['code'], message: string) {
    super(message)
    this.code = code
  }
}
