import {getInput} from '@actions/core'

import {InputError} from './input-error.ts'

/** As in action.yml, for callers that set only some inputs. */
const DEFAULTS: Readonly<Record<string, string>> = {
  platform: 'IOS',
  'create-version': 'false',
  root: '.',
  screenshots: 'screenshots',
  previews: 'previews',
  metadata: 'metadata',
  config: 'app-store.yml',
  manage: 'screenshots, previews',
  mode: 'sync',
  comment: 'false',
  prune: 'false',
  submit: 'false',
  'cancel-review': 'false',
  'on-no-editable-version': 'fail',
  'fail-on-changes': 'false',
  shards: '1',
  concurrency: '8',
  'processing-timeout': '30',
  'api-url': 'https://api.appstoreconnect.apple.com',
}

/** Empty if the input has no default. */
export function defaultOf(name: string): string {
  return DEFAULTS[name] ?? ''
}

/** The value of an input, or its default if it is empty. */
export function readText(name: string): string {
  return getInput(name) || defaultOf(name)
}

/** Null for an empty input without a default. */
export function readOptional(name: string): string | null {
  return readText(name) || null
}

/**
 * One of several words, in any case.
 *
 * @throws {InputError} if the input has another value.
 */
export function readOneOf<Value extends string>(name: string, values: readonly Value[]): Value {
  const text = readText(name).toLowerCase()
  const value = values.find((each) => each.toLowerCase() === text)
  if (value !== undefined) return value
  throw new InputError(`\`${name}\` must be one of ${values.join(', ')}.`)
}

/**
 * The words that YAML 1.2 knows, as `core.getBooleanInput` takes them.
 *
 * @throws {InputError} if the input has another value.
 */
export function readBoolean(name: string): boolean {
  const value = readText(name).toLowerCase()
  if (value === 'true') return true
  if (value === 'false') return false
  throw new InputError(`\`${name}\` must be true or false.`)
}

/** @throws {InputError} if the input is not a whole number from `min` to `max`. */
export function readWholeNumber(
  name: string,
  {min, max}: {readonly min: number; readonly max: number},
): number {
  const value = Number(readText(name))
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new InputError(`\`${name}\` must be a whole number from ${min} to ${max}.`)
}

/** A timer can run for about 24 days at most, and a job for 5. */
const MAX_MINUTES = 7200

/** @throws {InputError} if the input is not a number of minutes that a job can wait. */
export function readMinutes(name: string): number {
  const value = Number(readText(name))
  if (Number.isFinite(value) && value >= 0 && value <= MAX_MINUTES) return value
  throw new InputError(`\`${name}\` must be a number of minutes from 0 to ${MAX_MINUTES}.`)
}
