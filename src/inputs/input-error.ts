import {ExpectedError} from '../core/expected-error.ts'

/** An input has an invalid value. The message names the input and never quotes a secret. */
export class InputError extends ExpectedError {
  override readonly name = 'InputError'
  readonly code = 'INVALID_INPUT'
}
