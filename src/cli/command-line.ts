import {parseArgs} from 'node:util'
import type {ParseArgsOptionsConfig} from 'node:util'

import leven from 'leven'

import {MODES} from '../core/run.ts'
import type {Mode} from '../core/run.ts'
import {systemErrorText} from '../core/system-error.ts'
import {InputError} from '../inputs/input-error.ts'
import {INPUT_OPTIONS, OWN_OPTIONS} from './options.ts'

/** What somebody typed. */
export interface CommandLine {
  readonly command: Mode
  /** The values of the options by name. Flags are `true` or `false`; lists are joined with commas. */
  readonly options: ReadonlyMap<string, string>
}

const ALL = [...INPUT_OPTIONS, ...OWN_OPTIONS]

const CONFIG: ParseArgsOptionsConfig = Object.fromEntries([
  ['help', {type: 'boolean', short: 'h'}],
  ...ALL.map(({name, isFlag, isList}) => [
    name,
    {type: isFlag ? 'boolean' : 'string', multiple: isList},
  ]),
])

/**
 * @param args - Without Node.js and the program.
 * @throws {InputError}
 */
export function readCommandLine(args: readonly string[]): CommandLine | 'help' | 'version' {
  // After a command, it is the version of the app.
  if (args.length === 1 && args[0] === '--version') return 'version'
  if (args.length === 0) return 'help'
  const {values, positionals} = parse(args)
  if (values['help'] === true) return 'help'
  const [command, ...rest] = positionals
  const mode = MODES.find((each) => each === command)
  if (mode === undefined) {
    const found = command === undefined ? 'There is no command' : `Unknown command ${command}`
    throw new InputError(`${found}. Use ${listOf(MODES)}.`)
  }
  if (rest.length > 0) throw new InputError(`Unexpected argument ${rest.join(' ')}.`)
  const options = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : String(value),
    ]),
  )
  return {command: mode, options}
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: CONFIG,
      allowPositionals: true,
      allowNegative: true,
    })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    if (systemErrorText(error, 'code') !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      throw new InputError(`${said}.`, {cause: error})
    }
    const [, unknown = ''] = /'(-[^']*)'/.exec(said) ?? []
    throw new InputError(`Unknown option ${unknown}.${nearest(unknown)}`, {cause: error})
  }
}

/** How many letters may be wrong. */
const MAX_DISTANCE = 3

function nearest(unknown: string): string {
  const distances = ALL.map(({name}) => ({name, distance: leven(`--${name}`, unknown)}))
  const [best] = distances.toSorted((one, other) => one.distance - other.distance)
  const isClose = best !== undefined && best.distance <= MAX_DISTANCE
  return isClose ? ` Did you mean --${best.name}?` : ''
}

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(words)
}
