import {PLATFORMS} from '../core/platforms.ts'
import type {Platform} from '../core/platforms.ts'
import {MODES} from '../core/run.ts'
import type {Mode} from '../core/run.ts'
import {isSafeAddress} from '../core/safe-address.ts'
import {readFolder, readRoot, relativeFolder} from './folder-input.ts'
import type {FolderInput} from './folder-input.ts'
import {InputError} from './input-error.ts'
import {defaultOf, inputValues} from './input-values.ts'
import type {InputValues, ReadInput} from './input-values.ts'
import {readManage} from './manage.ts'
import type {ManageInput} from './manage.ts'

/** All inputs, read once and checked. */
export interface Inputs {
  readonly mode: Mode
  readonly app: AppInput
  readonly key: KeyInput
  readonly platform: Platform
  /** Null for the one editable version of the platform. */
  readonly version: string | null
  readonly createVersion: boolean
  /** The folder that the others are in, relative to the workspace. */
  readonly root: string
  readonly screenshots: FolderInput
  readonly previews: FolderInput
  readonly metadata: FolderInput
  /** The file with the settings of the listing. */
  readonly config: FolderInput
  /** The parts of the listing to manage. The rest is neither read nor touched. */
  readonly manage: ManageInput
  /** Whether to submit the version for review once everything is in place. */
  readonly submit: boolean
  /** Whether to take a version back first that is in review. */
  readonly cancelReview: boolean
  /** Whether a run without a version that can be changed fails, or does nothing. */
  readonly onNoEditableVersion: 'fail' | 'skip'
  /** Empty for all. */
  readonly locales: readonly string[]
  readonly prune: boolean
  /** Whether a plan with changes fails the step. */
  readonly failOnChanges: boolean
  /** In `plan`: how many jobs to split the work into; in `sync`: how many jobs share Apple's budget. */
  readonly shards: number
  /** Which of the `shards` jobs this is, from 1. Null if not set. */
  readonly shard: number | null
  /** Path of the approved plan, absolute or relative to the workspace. Null if no approval is needed. */
  readonly planFile: string | null
  readonly concurrency: number
  /** In milliseconds; 0 does not wait. */
  readonly processingTimeout: number
  /** Without a slash at the end. */
  readonly apiUrl: string
  /** Whether to comment the plan in the pull request. */
  readonly comment: boolean
  /** Null when its input is empty. */
  readonly githubToken: string | null
  /** Absolute path of the checkout. */
  readonly workspace: string
}

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

/** GitHub's limit for the jobs of a matrix. */
const MAX_JOBS = 256

/** Where the inputs of a run come from. */
export interface InputSource {
  readonly read: ReadInput
  /** Absolute path of the checkout. */
  readonly workspace: string
}

/**
 * @param managed - Every name that the input `manage` accepts.
 * @throws {InputError} if an input has an invalid value.
 */
export function readInputs({read, workspace}: InputSource, managed: readonly string[]): Inputs {
  const values = inputValues(read)
  const mode = values.oneOf('mode', MODES)
  checkTogether(values, mode)
  const folders = {root: readRoot(values, workspace), workspace}
  const shards = values.wholeNumber('shards', {min: 1, max: MAX_JOBS})
  return {
    mode,
    app: {bundleId: values.optional('bundle-id'), appId: values.optional('app-id')},
    key: {
      keyId: values.optional('api-key-id'),
      issuerId: values.optional('issuer-id'),
      privateKey: values.optional('api-private-key'),
    },
    platform: values.oneOf('platform', PLATFORMS),
    version: values.optional('version')?.replace(/^v(?=\d)/i, '') ?? null,
    createVersion: values.boolean('create-version'),
    root: relativeFolder(folders.root, workspace),
    screenshots: readFolder(values, 'screenshots', folders),
    previews: readFolder(values, 'previews', folders),
    metadata: readFolder(values, 'metadata', folders),
    config: readFolder(values, 'config', folders),
    manage: readManage(values, managed),
    locales: values
      .text('locales')
      .split(/[\n,]/)
      .map((locale) => locale.trim())
      .filter((locale) => locale !== ''),
    submit: values.boolean('submit'),
    cancelReview: values.boolean('cancel-review'),
    onNoEditableVersion: values.oneOf('on-no-editable-version', ['fail', 'skip'] as const),
    prune: values.boolean('prune'),
    failOnChanges: values.boolean('fail-on-changes'),
    shards,
    shard: readShard(values, shards),
    planFile: values.optional('plan-file'),
    concurrency: values.wholeNumber('concurrency', {min: 1, max: 64}),
    processingTimeout: values.minutes('processing-timeout') * 60_000,
    apiUrl: readApiUrl(values),
    comment: values.boolean('comment'),
    githubToken: values.optional('github-token'),
    workspace,
  }
}

/** @throws {InputError} if two inputs contradict each other. */
function checkTogether(values: InputValues, mode: Mode): void {
  if (mode === 'pull') checkPull(values)
  if (values.boolean('create-version') && values.optional('version') === null) {
    throw new InputError('`create-version` needs `version`: the version string of the new version.')
  }
  if (mode === 'sync' && values.boolean('fail-on-changes')) {
    throw new InputError(
      '`fail-on-changes` only works with `mode: plan`; `mode: sync` makes the changes.',
    )
  }
  if (mode !== 'sync' && values.optional('plan-file') !== null) {
    throw new InputError(
      `\`plan-file\` only works with \`mode: sync\`, which carries out the plan; this is \`mode: ${mode}\`.`,
    )
  }
  if (mode !== 'sync' && values.optional('shard') !== null) {
    throw new InputError(
      `\`shard\` only works with \`mode: sync\`, which does part of the work; this is \`mode: ${mode}\`.`,
    )
  }
}

/** What has no meaning for a run that only reads App Store Connect. */
const NOT_IN_PULL = [
  'create-version',
  'comment',
  'prune',
  'submit',
  'cancel-review',
  'on-no-editable-version',
  'fail-on-changes',
  'plan-file',
  'shards',
  'shard',
] as const

/** @throws {InputError} if an input is set that is only for the other modes. */
function checkPull(values: InputValues): void {
  const set = NOT_IN_PULL.filter(
    (name) => values.text(name).toLowerCase() !== defaultOf(name).toLowerCase(),
  )
  if (set.length === 0) return
  const names = set.map((name) => `\`${name}\``).join(', ')
  throw new InputError(
    `\`mode: pull\` does not work with ${names}: it changes nothing in App Store Connect, and only writes files. Remove ${set.length === 1 ? 'it' : 'them'}.`,
  )
}

/** With a plan split into one job, it is number 1 of 1. */
function readShard(values: InputValues, shards: number): number | null {
  const text = values.optional('shard')
  if (text === null) return null
  const shard = Number(text)
  if (Number.isInteger(shard) && shard >= 1 && shard <= shards) return shard
  throw new InputError(
    `\`shard\` must be a whole number from 1 to the value of \`shards\`, which is ${shards}.`,
  )
}

/** The token goes to this URL, so it must be secure. */
function readApiUrl(values: InputValues): string {
  const value = values.text('api-url')
  if (isSafeAddress(value)) {
    const {username, password, search, hash, origin, pathname} = new URL(value)
    const isPlain = [username, password, search, hash].every((part) => part === '')
    if (isPlain) return `${origin}${pathname}`.replace(/\/+$/, '')
  }
  throw new InputError(
    '`api-url` must be an https address; plain http is only allowed for localhost.',
  )
}
