import {readFile} from 'node:fs/promises'
import path from 'node:path'

import {isRecord} from '../core/json-values.ts'
import {systemErrorText} from '../core/system-error.ts'
import {InputError} from '../inputs/input-error.ts'

/** The API key as far as it is known. What is unknown is empty. */
export interface Key {
  readonly keyId: string
  readonly issuerId: string
  readonly privateKey: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/** What the command line names of the key. */
export interface NamedKey {
  readonly keyId: string
  readonly issuerId: string
  /** Path of the `.p8` file. */
  readonly file: string
}

/**
 * Variables that fastlane reads for the same, and CI services set.
 *
 * @see https://docs.fastlane.tools/actions/app_store_connect_api_key
 */
export const VARIABLES = {
  keyId: 'APP_STORE_CONNECT_API_KEY_KEY_ID',
  issuerId: 'APP_STORE_CONNECT_API_KEY_ISSUER_ID',
  privateKey: 'APP_STORE_CONNECT_API_KEY_KEY',
  files: ['APP_STORE_CONNECT_API_KEY_KEY_FILEPATH', 'APP_STORE_CONNECT_API_KEY_KEY_PATH'],
  json: 'APP_STORE_CONNECT_API_KEY_PATH',
} as const

/**
 * The key from the command line, or else from the environment.
 *
 * @param named - Empty where nothing is named.
 * @throws {InputError} if a file that is named cannot be read.
 */
export async function findKey(named: NamedKey, environment: Environment): Promise<Key> {
  const found = named.file === '' ? await fromEnvironment(environment) : await fromFile(named.file)
  return {
    keyId: named.keyId || found.keyId || valueOf(environment, VARIABLES.keyId),
    issuerId: named.issuerId || found.issuerId || valueOf(environment, VARIABLES.issuerId),
    privateKey: found.privateKey,
  }
}

async function fromEnvironment(environment: Environment): Promise<Key> {
  const keyId = valueOf(environment, VARIABLES.keyId)
  const privateKey = valueOf(environment, VARIABLES.privateKey)
  if (privateKey !== '') return {keyId, issuerId: '', privateKey}
  const file = VARIABLES.files.map((name) => valueOf(environment, name)).find((each) => each !== '')
  if (file !== undefined) {
    const key = await fromFile(file)
    return {...key, keyId: keyId || key.keyId}
  }
  const json = valueOf(environment, VARIABLES.json)
  return json === '' ? {keyId, issuerId: '', privateKey: ''} : fromJson(json)
}

/** The name that Apple gives the file of a key has its ID. */
const APPLE_NAME = /^AuthKey_([A-Z0-9]+)\.p8$/

async function fromFile(file: string): Promise<Key> {
  const [, keyId = ''] = APPLE_NAME.exec(path.basename(file)) ?? []
  return {keyId, issuerId: '', privateKey: await read(file)}
}

/**
 * The JSON file that fastlane calls `api_key_path`.
 *
 * @see https://docs.fastlane.tools/app-store-connect-api
 */
async function fromJson(file: string): Promise<Key> {
  const text = await read(file)
  const fields = parsed(text)
  if (fields === null) throw new InputError(`${file} is not a JSON file with an API key.`)
  const textOf = (name: string) => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
  const inFile = textOf('key')
  const other = textOf('key_filepath')
  const privateKey =
    inFile === '' && other !== '' ? await read(path.resolve(path.dirname(file), other)) : inFile
  return {keyId: textOf('key_id'), issuerId: textOf('issuer_id'), privateKey}
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const code = systemErrorText(error, 'code') || 'unknown reason'
    throw new InputError(`The API key in ${file} cannot be read (${code}).`, {cause: error})
  }
}

function valueOf(environment: Environment, name: string): string {
  return environment[name]?.trim() ?? ''
}
