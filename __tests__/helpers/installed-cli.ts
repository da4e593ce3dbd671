import {execFile, spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {text} from 'node:stream/consumers'
import {promisify} from 'node:util'

import {makePackage} from '../../scripts/package.ts'
import type {Simulator} from '../../simulator/simulator.ts'

const NODE = path.dirname(process.execPath)

/** The package as npm installs it for somebody who has nothing else. */
export interface InstalledCli {
  /** Absolute path of the program. */
  readonly program: string
  readonly remove: () => Promise<void>
}

/** Packs the package, and installs the tarball into an empty folder, without a network. */
export async function installCli(): Promise<InstalledCli> {
  const folder = await mkdtemp(path.join(tmpdir(), 'installed-'))
  const tarball = await makePackage(path.join(folder, 'packed'))
  const home = path.join(folder, 'app')
  await promisify(execFile)('npm', ['install', '--offline', '--prefix', home, tarball], {
    env: {...process.env, npm_config_cache: path.join(folder, 'cache')},
  })
  return {
    program: path.join(home, 'node_modules/.bin/app-store-sync'),
    remove: () => rm(folder, {recursive: true}),
  }
}

export interface CliRun {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  /** Absolute path of the folder that it runs in. */
  readonly folder: string
  /** Beside PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a command as a shell of another CI does: nothing of our environment, and no input. */
export async function runCommand(
  command: readonly [string, ...string[]],
  options: CliOptions,
): Promise<CliRun> {
  return startCommand(command, options).ended
}

export function startCommand(
  [program, ...args]: readonly [string, ...string[]],
  {folder, env = {}}: CliOptions,
): {readonly child: ChildProcess; readonly ended: Promise<CliRun>} {
  const child = spawn(program, args, {
    cwd: folder,
    env: {PATH: `${NODE}:${process.env['PATH']}`, HOME: folder, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  const end = async (): Promise<CliRun> => {
    const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
    return {code, stdout, stderr}
  }
  return {child, ended: end()}
}

/** The variables that fastlane reads, for the simulator's team key. */
export function fastlaneVariables({key}: Simulator): Readonly<Record<string, string>> {
  return {
    APP_STORE_CONNECT_API_KEY_KEY_ID: key.keyId,
    APP_STORE_CONNECT_API_KEY_ISSUER_ID: key.issuerId,
    APP_STORE_CONNECT_API_KEY_KEY: key.privateKey,
  }
}
