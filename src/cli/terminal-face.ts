import {writeFile} from 'node:fs/promises'
import path from 'node:path'

import {isWithin} from '../core/is-within.ts'
import type {Face} from '../face/face.ts'
import type {InputName} from '../inputs/declared-inputs.ts'
import {InputError} from '../inputs/input-error.ts'
import {renderPlanFile} from '../report/json/render-plan-file.ts'
import type {CommandLine} from './command-line.ts'
import {exitCodeOf} from './exit-code.ts'
import {findKey, VARIABLES} from './key.ts'
import type {Environment} from './key.ts'
import {withLiveView} from './live-progress.ts'
import {openInBrowser} from './open-in-browser.ts'
import {createScreen} from './screen.ts'
import {createTerminalLog} from './terminal-log.ts'
import {inOptions} from './words.ts'

const REPORT_FILE = 'app-store-report.html'

export interface TerminalOptions {
  /** Absolute path of the folder that it runs in. */
  readonly folder: string
  readonly environment: Environment
}

/**
 * A terminal, or a job of another CI than GitHub's.
 *
 * @throws {InputError} if the key cannot be read, or options contradict each other.
 */
export async function terminalFace(
  {command, options}: CommandLine,
  {folder, environment}: TerminalOptions,
): Promise<Face> {
  const given = (name: string) => options.get(name) ?? ''
  const key = await findKey(
    {
      keyId: given('api-key-id'),
      issuerId: given('issuer-id'),
      file: given('api-private-key-file'),
    },
    environment,
  )
  const app = appOf(options)
  const isJson = given('json') === 'true'
  const isOpen = given('open') === 'true'
  // Only the plan goes to standard output then.
  const screen = createScreen(isJson ? process.stderr : process.stdout)
  const root = path.resolve(folder, given('root'))
  const workspace = isWithin(folder, root) ? folder : root
  const values: Readonly<Partial<Record<InputName, string>>> = {
    ...app,
    mode: command,
    'api-key-id': key.keyId,
    'issuer-id': key.issuerId,
    'api-private-key': key.privateKey,
    root: path.relative(workspace, root),
    'plan-file': given('plan-file') === '' ? '' : path.resolve(folder, given('plan-file')),
  }
  return {
    read: (name) => (values[name] ?? given(name)).trim(),
    workspace,
    createLog: (redact) => createTerminalLog(screen, redact, inOptions),
    showProgress: (progress) => withLiveView(progress, {screen, workspace}),
    // Nobody else prints here.
    hide: () => undefined,
    whyNoSecret: async () => null,
    howToSet: (name) =>
      `Use this option, or set ${name === 'api-key-id' ? VARIABLES.keyId : VARIABLES.privateKey}.`,
    wording: inOptions,
    context: async () => ({
      runUrl: null,
      commit: null,
      pullRequest: null,
      treeUrl: null,
      date: new Date(),
    }),
    async publish(run) {
      if (isJson) process.stdout.write(renderPlanFile(run))
    },
    announce: async () => undefined,
    async publishReport(page) {
      const file = path.join(folder, REPORT_FILE)
      await writeFile(file, page)
      if (isOpen && !(await openInBrowser(file))) screen.print('The report could not be opened.')
      return REPORT_FILE
    },
    end(run, verdict) {
      process.exitCode = exitCodeOf(run, verdict)
    },
  }
}

/** @throws {InputError} if the app is named twice. */
function appOf(options: CommandLine['options']): Readonly<Partial<Record<InputName, string>>> {
  const app = options.get('app')
  if (app === undefined) return {}
  if (options.has('bundle-id') || options.has('app-id')) {
    throw new InputError('Use --app, --bundle-id or --app-id, and only one of them.')
  }
  return /^\d+$/.test(app) ? {'app-id': app} : {'bundle-id': app}
}
