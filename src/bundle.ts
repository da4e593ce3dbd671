/** The two entries of the bundle: `main.ts` runs it as a step of a job, `cli.ts` in a terminal. */
import {runnerFace} from './action/runner/runner-face.ts'
import {run} from './run.ts'

export async function runAction(): Promise<void> {
  await run(runnerFace())
}

/**
 * @param args - Without Node.js and the program.
 * @param version - Of this program.
 */
export async function runCli(args: readonly string[], version: string): Promise<void> {
  // A step of a job has no use for it.
  const {openTerminal} = await import('./cli/terminal.ts')
  const face = await openTerminal(args, version)
  if (face !== null) await run(face)
}
