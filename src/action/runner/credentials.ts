import {whyNoSecret} from './event.ts'
import {InputError} from './input-error.ts'
import type {AppInput, KeyInput} from './inputs.ts'

/** The API key for App Store Connect. */
export interface Credentials {
  readonly keyId: string
  /** Null for an individual key. */
  readonly issuerId: string | null
  readonly privateKey: string
}

/**
 * Checks that the key is complete.
 *
 * @throws {InputError} that names the empty input and, where the event explains it, why it is empty.
 */
export async function requireKey({keyId, issuerId, privateKey}: KeyInput): Promise<Credentials> {
  if (keyId === null) throw await emptyInput('api-key-id')
  if (privateKey === null) throw await emptyInput('api-private-key')
  return {keyId, issuerId, privateKey}
}

/** @throws {InputError} unless exactly one of the two inputs names the app. */
export function requireApp({bundleId, appId}: AppInput): {bundleId: string} | {appId: string} {
  if (bundleId !== null && appId !== null) {
    throw new InputError('Set `bundle-id` or `app-id`, not both: they may name different apps.')
  }
  if (bundleId !== null) return {bundleId}
  if (appId !== null) return {appId}
  throw new InputError('Set `bundle-id` (such as com.example.app) or `app-id` to name the app.')
}

async function emptyInput(name: string): Promise<InputError> {
  const why =
    (await whyNoSecret()) ??
    'Runs from forks and Dependabot get no secrets; in any other run, check that the secret exists and is passed to the step in `with:`.'
  return new InputError(
    `\`${name}\` is empty. ${why} Without secrets, \`mode: validate\` still checks the files.`,
  )
}
