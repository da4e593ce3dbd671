import {DECLARED_INPUTS} from './declared-inputs.ts'
import type {InputName} from './declared-inputs.ts'
import {InputError} from './input-error.ts'

/** The value of an input as the user set it, without white space around it. Empty if it is not set. */
export type ReadInput = (name: InputName) => string

/** The inputs of a run: what is set, and otherwise the default. */
export interface InputValues {
  readonly text: (name: InputName) => string
  /** Null for an empty input without a default. */
  readonly optional: (name: InputName) => string | null
  /**
   * One of several words, in any case.
   *
   * @throws {InputError} if the input has another value.
   */
  readonly oneOf: <Value extends string>(name: InputName, values: readonly Value[]) => Value
  /**
   * The words that YAML 1.2 knows, as `core.getBooleanInput` takes them.
   *
   * @throws {InputError} if the input has another value.
   */
  readonly boolean: (name: InputName) => boolean
  /** @throws {InputError} if the input is not a whole number from `min` to `max`. */
  readonly wholeNumber: (
    name: InputName,
    limits: {readonly min: number; readonly max: number},
  ) => number
  /** @throws {InputError} if the input is not a number of minutes that a job can wait. */
  readonly minutes: (name: InputName) => number
}

/** A timer can run for about 24 days at most, and a job for 5. */
const MAX_MINUTES = 7200

/** Empty if the input has no default. */
export function defaultOf(name: InputName): string {
  return DECLARED_INPUTS.find((each) => each.name === name)?.default ?? ''
}

export function inputValues(read: ReadInput): InputValues {
  const text = (name: InputName) => read(name) || defaultOf(name)
  return {
    text,
    optional: (name) => text(name) || null,
    oneOf(name, values) {
      const word = text(name).toLowerCase()
      const value = values.find((each) => each.toLowerCase() === word)
      if (value !== undefined) return value
      throw new InputError(`\`${name}\` must be one of ${values.join(', ')}.`)
    },
    boolean(name) {
      const word = text(name).toLowerCase()
      if (word === 'true') return true
      if (word === 'false') return false
      throw new InputError(`\`${name}\` must be true or false.`)
    },
    wholeNumber(name, {min, max}) {
      const value = Number(text(name))
      if (Number.isInteger(value) && value >= min && value <= max) return value
      throw new InputError(`\`${name}\` must be a whole number from ${min} to ${max}.`)
    },
    minutes(name) {
      const value = Number(text(name))
      if (Number.isFinite(value) && value >= 0 && value <= MAX_MINUTES) return value
      throw new InputError(`\`${name}\` must be a number of minutes from 0 to ${MAX_MINUTES}.`)
    },
  }
}
