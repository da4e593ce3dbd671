import {spawn} from 'node:child_process'
import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import {fileCommands} from './file-commands.ts'
import type {FileCommands} from './file-commands.ts'

export interface CommandRun extends FileCommands {
  readonly code: number | null
  /** Both streams. */
  readonly log: string
}

interface Command {
  readonly script: string
  /** As in `shell:`; undefined without one. */
  readonly shell: string | undefined
  readonly folder: string
  readonly temp: string
  readonly env: Readonly<Record<string, string>>
}

/** How GitHub calls the shells ("Workflow syntax for GitHub Actions", `jobs.<job_id>.steps[*].shell`). */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  bash: ['/bin/bash', '--noprofile', '--norc', '-eo', 'pipefail'],
  sh: ['/bin/sh', '-e'],
}
const DEFAULT_SHELL = ['/bin/bash', '-e']

/** Runs the script of a `run:` step. Only what `env` has reaches it. */
export async function runCommand({script, shell, folder, temp, env}: Command): Promise<CommandRun> {
  const [program, ...options] = shell === undefined ? DEFAULT_SHELL : (SHELLS[shell] ?? [])
  if (program === undefined) throw new Error(`The small runner knows no shell ${shell}.`)
  const files = await fileCommands(temp)
  const file = path.join(temp, `${crypto.randomUUID()}.sh`)
  await writeFile(file, script)
  const child = spawn(program, [...options, file], {
    cwd: folder,
    env: {...env, ...files.variables},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pieces: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece))
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return {code, log: pieces.join(''), ...(await files.read())}
}
