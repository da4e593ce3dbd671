import {constants, open} from 'node:fs/promises'
import path from 'node:path'

import {systemErrorText} from '../../core/system-error.ts'
import {InputError} from './inputs.ts'

/** In bytes: some ten times the plan of a listing that is full in every locale. */
const MOST_BYTES = 200_000_000

/**
 * The text of the file that the input `plan-file` names.
 *
 * @param file - Absolute, as a download of an artifact is, or relative to the workspace.
 * @throws {InputError} if it cannot be read.
 */
export async function readPlanFile(
  file: string,
  workspace: string,
  signal: AbortSignal,
): Promise<string> {
  const refuse = (why: string, cause?: unknown) =>
    new InputError(
      `\`plan-file\`: ${file} ${why}. Name the plan file itself, such as the \`plan.json\` in the folder that \`actions/download-artifact\` made.`,
      {cause},
    )
  try {
    // Without O_NONBLOCK, opening a FIFO would wait for a writer for ever.
    await using handle = await open(
      path.resolve(workspace, file),
      constants.O_RDONLY | constants.O_NONBLOCK,
    )
    const stats = await handle.stat()
    if (!stats.isFile()) throw refuse('is not a file')
    if (stats.size > MOST_BYTES) throw refuse('is larger than any plan')
    return await handle.readFile({encoding: 'utf8', signal})
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof InputError) throw error
    throw refuse(`cannot be read (${systemErrorText(error, 'code') || 'unknown reason'})`, error)
  }
}
