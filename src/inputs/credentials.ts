import type {InputName} from './declared-inputs.ts'
import {InputError} from './input-error.ts'
import type {AppInput, KeyInput} from './inputs.ts'

/** The API key for App Store Connect. */
export interface Credentials {
  readonly keyId: string
  /** Null for an individual key. */
  readonly issuerId: string | null
  readonly privateKey: string
}

/** What a place says about an empty input of the key. */
export interface KeyAdvice {
  /** Why whatever started the run gave it no secrets, as a sentence. Null if that is not the reason. */
  readonly whyNoSecret: () => Promise<string | null>
  /** How to set the input, as a sentence. */
  readonly howToSet: (name: InputName) => string
}

/**
 * Checks that the key is complete.
 *
 * @throws {InputError} that names the empty input and says why it is empty, or how to set it.
 */
export async function requireKey(
  {keyId, issuerId, privateKey}: KeyInput,
  advice: KeyAdvice,
): Promise<Credentials> {
  if (keyId === null) throw await emptyInput('api-key-id', advice)
  if (privateKey === null) throw await emptyInput('api-private-key', advice)
  return {keyId, issuerId, privateKey}
}

async function emptyInput(
  name: InputName,
  {whyNoSecret, howToSet}: KeyAdvice,
): Promise<InputError> {
  const why = (await whyNoSecret()) ?? howToSet(name)
  return new InputError(
    `\`${name}\` is empty. ${why} Without secrets, \`mode: validate\` still checks the files.`,
  )
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
