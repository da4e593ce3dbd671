import {readFile} from 'node:fs/promises'
import path from 'node:path'

import {systemErrorText} from '../model/system-error.ts'
import {InputError} from './inputs.ts'

/**
 * The text of the file that the input `plan-file` names.
 *
 * @param file - Absolute, as a download of an artifact is, or relative to the workspace.
 * @throws {InputError} if it cannot be read.
 */
export async function readPlanFile(file: string, workspace: string): Promise<string> {
  try {
    return await readFile(path.resolve(workspace, file), 'utf8')
  } catch (error) {
    throw new InputError(
      `\`plan-file\`: ${file} cannot be read (${systemErrorText(error, 'code') || 'unknown reason'}). Name the plan file itself, such as the \`plan.json\` in the folder that \`actions/download-artifact\` made.`,
      {cause: error},
    )
  }
}
