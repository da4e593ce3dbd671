import {constants, open} from 'node:fs/promises'
import path from 'node:path'

import {systemErrorText} from '../core/system-error.ts'
import {InputError} from './input-error.ts'

/** About ten times the plan of a full listing in every locale. */
const MAX_BYTES = 200_000_000

/**
 * The text of the file that the input `plan-file` names.
 *
 * @param file - Absolute, like a downloaded artifact, or relative to the workspace.
 * @throws {InputError} if it cannot be read.
 */
export async function readPlanFile(
  file: string,
  workspace: string,
  signal: AbortSignal,
): Promise<string> {
  const refuse = (why: string, cause?: unknown) =>
    new InputError(
      `\`plan-file\`: ${file} ${why}. Use the path of the plan file itself, such as \`plan.json\` in the folder that \`actions/download-artifact\` created.`,
      {cause},
    )
  try {
    // Without O_NONBLOCK, opening a FIFO would wait for a writer forever.
    await using handle = await open(
      path.resolve(workspace, file),
      constants.O_RDONLY | constants.O_NONBLOCK,
    )
    const stats = await handle.stat()
    if (!stats.isFile()) throw refuse('is not a file')
    if (stats.size > MAX_BYTES) throw refuse('is too large to be a plan')
    return await handle.readFile({encoding: 'utf8', signal})
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof InputError) throw error
    throw refuse(`cannot be read (${systemErrorText(error, 'code') || 'unknown reason'})`, error)
  }
}
