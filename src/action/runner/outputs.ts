import {setOutput as write} from '@actions/core'

/** The runner's file of outputs is gone, or cannot be written. Its message is the reason alone. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
  readonly code = 'OUTPUT'
}

/**
 * Gives later steps an output.
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
