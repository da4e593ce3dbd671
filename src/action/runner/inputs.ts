import path from 'node:path'

import {getInput} from '@actions/core'

import {isPlatform, PLATFORMS} from '../../core/platforms.ts'
import type {Platform} from '../../core/platforms.ts'
import {isSafeAddress} from '../../core/safe-address.ts'

/** Everything that the workflow says, read once and checked. */
export interface Inputs {
  readonly mode: Mode
  readonly app: AppInput
  readonly key: KeyInput
  readonly platform: Platform
  /** Null for the one editable version of the platform. */
  readonly version: string | null
  readonly screenshots: RootInput
  readonly previews: RootInput
  readonly createVersion: boolean
  /** Empty for all. */
  readonly locales: readonly string[]
  readonly prune: boolean
  /** Whether a plan with something to do fails the step. */
  readonly failOnChanges: boolean
  /** In `plan`: how many jobs to split the work into; in `sync`: how many jobs share Apple's budget. */
  readonly shards: number
  /** Path of the plan that was approved, absolute or relative to the workspace; null when nothing has to agree. */
  readonly planFile: string | null
  readonly concurrency: number
  /** In milliseconds; 0 does not wait. */
  readonly processingTimeout: number
  /** Without a slash at the end. */
  readonly apiUrl: string
  /** Whether a plan is also told in the pull request. */
  readonly comment: boolean
  /** Null when its input is empty. */
  readonly githubToken: string | null
  /** Absolute path of the checkout. */
  readonly workspace: string
}

export const MODES = ['sync', 'plan', 'validate'] as const
export type Mode = (typeof MODES)[number]

/** Each is null when its input is empty. */
export interface AppInput {
  readonly bundleId: string | null
  readonly appId: string | null
}

export interface KeyInput {
  readonly keyId: string | null
  readonly issuerId: string | null
  readonly privateKey: string | null
}

export interface RootInput {
  readonly path: string
  /** Whether the folder may be missing, because nobody named it. */
  readonly optional: boolean
}

/** GitHub takes no matrix of more jobs. */
const MOST_JOBS = 256

/** The same as in action.yml, for callers that set only some inputs. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  platform: 'IOS',
  screenshots: 'screenshots',
  previews: 'previews',
  'create-version': 'false',
  mode: 'sync',
  comment: 'false',
  prune: 'false',
  'fail-on-changes': 'false',
  shards: '1',
  concurrency: '8',
  'processing-timeout': '30',
  'api-url': 'https://api.appstoreconnect.apple.com',
}

/** An input has a value that it cannot have. Its message names the input, and never quotes a secret. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code = 'INVALID_INPUT'
}

/** @throws {InputError} if an input has a value that it cannot have. */
export function readInputs(): Inputs {
  if (readBoolean('create-version') && optional('version') === null) {
    throw new InputError('`create-version` needs `version`, so that the new version has a name.')
  }
  const mode = oneOf('mode', MODES)
  if (mode === 'sync' && readBoolean('fail-on-changes')) {
    throw new InputError('`fail-on-changes` is for `mode: plan`; `sync` makes the changes.')
  }
  if (mode !== 'sync' && optional('plan-file') !== null) {
    throw new InputError(
      `\`plan-file\` is for \`mode: sync\`, which carries the plan out; this is \`mode: ${mode}\`.`,
    )
  }
  return {
    mode,
    app: {bundleId: optional('bundle-id'), appId: optional('app-id')},
    key: {
      keyId: optional('api-key-id'),
      issuerId: optional('issuer-id'),
      privateKey: optional('api-private-key'),
    },
    platform: readPlatform(),
    version: optional('version')?.replace(/^v(?=\d)/i, '') ?? null,
    screenshots: readRoot('screenshots'),
    previews: readRoot('previews'),
    createVersion: readBoolean('create-version'),
    locales: text('locales')
      .split(/[\n,]/)
      .map((locale) => locale.trim())
      .filter((locale) => locale !== ''),
    prune: readBoolean('prune'),
    failOnChanges: readBoolean('fail-on-changes'),
    shards: readWhole('shards', {least: 1, most: MOST_JOBS}),
    planFile: optional('plan-file'),
    concurrency: readWhole('concurrency', {least: 1, most: 64}),
    processingTimeout: readMinutes('processing-timeout') * 60_000,
    apiUrl: readApiUrl(),
    comment: readBoolean('comment'),
    githubToken: optional('github-token'),
    workspace: workspaceFolder(),
  }
}

function text(name: string): string {
  return getInput(name) || (DEFAULTS[name] ?? '')
}

function optional(name: string): string | null {
  return text(name) || null
}

function readPlatform(): Platform {
  const value = text('platform').toUpperCase()
  if (isPlatform(value)) return value
  throw new InputError(`\`platform\` has to be one of ${PLATFORMS.join(', ')}.`)
}

function oneOf<Value extends string>(name: string, values: readonly Value[]): Value {
  const value = values.find((each) => each === text(name).toLowerCase())
  if (value !== undefined) return value
  throw new InputError(`\`${name}\` has to be one of ${values.join(', ')}.`)
}

function readRoot(name: 'screenshots' | 'previews'): RootInput {
  const value = text(name)
  return {path: value, optional: value === DEFAULTS[name]}
}

/** The words that YAML 1.2 knows, as `core.getBooleanInput` takes them. */
function readBoolean(name: string): boolean {
  const value = text(name).toLowerCase()
  if (value === 'true') return true
  if (value === 'false') return false
  throw new InputError(`\`${name}\` has to be true or false.`)
}

function readWhole(name: string, {least, most}: {least: number; most: number}): number {
  const value = Number(text(name))
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new InputError(`\`${name}\` has to be a whole number from ${least} to ${most}.`)
}

/** A timer cannot run longer than about 24 days, and a job not longer than 5. */
const MOST_MINUTES = 7200

function readMinutes(name: string): number {
  const value = Number(text(name))
  if (Number.isFinite(value) && value >= 0 && value <= MOST_MINUTES) return value
  throw new InputError(`\`${name}\` has to be a number of minutes from 0 to ${MOST_MINUTES}.`)
}

/** The token goes to this address, so it has to be a secure one. */
function readApiUrl(): string {
  const value = text('api-url')
  if (isSafeAddress(value)) {
    const {username, password, search, hash, origin, pathname} = new URL(value)
    const isPlain = [username, password, search, hash].every((part) => part === '')
    if (isPlain) return `${origin}${pathname}`.replace(/\/+$/, '')
  }
  throw new InputError(
    '`api-url` has to be an https address; plain http is only taken for this machine itself (localhost).',
  )
}

/** Absolute path of the checkout. */
export function workspaceFolder(): string {
  return path.resolve(process.env['GITHUB_WORKSPACE'] ?? process.cwd())
}
