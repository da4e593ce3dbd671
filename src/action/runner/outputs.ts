import {setOutput as write} from '@actions/core'

import {ExpectedError} from '../../core/expected-error.ts'

/** The runner's output file is missing or cannot be written. The message is only the reason. */
export class OutputError extends ExpectedError {
  override readonly name = 'OutputError'
  readonly code = 'OUTPUT'
}

/**
 * Sets an output of the step.
 *
 * @throws {OutputError}
 */
export function setOutput(name: string, value: string | number | boolean): void {
  try {
    write(name, value)
  } catch (error) {
    throw new OutputError(error instanceof Error ? error.message : String(error), {cause: error})
  }
}
