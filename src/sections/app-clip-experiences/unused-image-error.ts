import {explain} from '../../core/explain.ts'
import {ExpectedError} from '../../core/expected-error.ts'

/** An experience could not be made or changed although its image is there. */
export class UnusedImageError extends ExpectedError {
  override readonly name = 'UnusedImageError'
  readonly code: string

  constructor(cause: ExpectedError) {
    const {code, what, next} = explain(cause)
    super(
      `${what} Its image was uploaded, and stays at Apple unused: nobody sees it there, and nothing has to be done about it.`,
      {remedy: next, cause},
    )
    this.code = code
  }
}
