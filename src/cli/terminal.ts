import {systemErrorText} from '../core/system-error.ts'
import type {Face} from '../face/face.ts'
import {InputError} from '../inputs/input-error.ts'
import {readCommandLine} from './command-line.ts'
import {EXIT_CODES} from './exit-code.ts'
import {helpText} from './help.ts'
import {quietenCommands} from './quieten-commands.ts'
import {terminalFace} from './terminal-face.ts'

/**
 * Reads the command line, and answers it if it asks for nothing but words.
 *
 * @param args - Without Node.js and the program.
 * @param version - Of this program.
 * @returns null if there is no work to do.
 */
export async function openTerminal(args: readonly string[], version: string): Promise<Face | null> {
  quietenCommands(process.stdout)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)
  try {
    const asked = readCommandLine(args)
    if (asked === 'version') console.log(version)
    else if (asked === 'help') console.log(helpText(process.stdout.columns ?? DEFAULT_COLUMNS))
    else return await terminalFace(asked, {folder: process.cwd(), environment: process.env})
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    console.error(`${error.message} See app-store-sync --help.`)
    process.exitCode = EXIT_CODES.wrongUsage
  }
  return null
}

const DEFAULT_COLUMNS = 100

/** A reader that has seen enough, such as `head`, is no reason to end the work. */
function ignoreClosedPipe(error: unknown): void {
  if (systemErrorText(error, 'code') !== 'EPIPE') throw error
}
