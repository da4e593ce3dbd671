import {ExpectedError} from '../../core/expected-error.ts'
import {systemErrorText} from '../../core/system-error.ts'

/** The system does not let a file be written. */
export class WriteError extends ExpectedError {
  override readonly name = 'WriteError'
  readonly code = 'NOT_WRITTEN'

  /** @param place - In words, to begin a sentence. */
  constructor(place: string, cause: unknown) {
    const code = systemErrorText(cause, 'code')
    super(`${place} cannot be written${code === '' ? '' : ` (${code})`}.`, {
      remedy:
        'Check the permissions of its folder and the space on the disk, and run the job again.',
      cause,
    })
  }
}
