import {spawnSync} from 'node:child_process'

/**
 * Runs a command of the PATH. What it says about errors goes to the log.
 *
 * @param input its standard input.
 * @returns its standard output.
 * @throws if it fails.
 */
export function run(command: string, args: readonly string[], input = ''): string {
  const {status, stdout, error} = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error !== undefined) throw new Error(`${command} could not be run.`, {cause: error})
  if (status !== 0) throw new Error(`"${command} ${args.join(' ')}" failed: ${stdout}`)
  return stdout
}

/**
 * @returns the variable of the environment.
 * @throws if it is not set.
 */
export function variable(name: string): string {
  const value = process.env[name] ?? ''
  if (value === '') throw new Error(`The variable ${name} is not set.`)
  return value
}
