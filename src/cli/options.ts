import {DECLARED_INPUTS} from '../inputs/declared-inputs.ts'
import type {InputName} from '../inputs/declared-inputs.ts'

/** An option of the command line. */
export interface Option {
  /** Without the dashes. */
  readonly name: string
  readonly description: string
  /** Empty if there is none. */
  readonly default: string
  /** Whether it is on or off, instead of having a value. */
  readonly isFlag: boolean
  /** Whether it may be there several times. */
  readonly isList: boolean
}

/** What only a workflow can set; `mode` is the command. */
const NOT_OPTIONS: ReadonlySet<InputName> = new Set([
  'mode',
  'comment',
  'github-token',
  'api-private-key',
])

const LISTS: ReadonlySet<InputName> = new Set(['manage', 'locales'])

/** The inputs of action.yml that the command line has as options, under the same name. */
export const INPUT_OPTIONS: readonly Option[] = DECLARED_INPUTS.filter(
  ({name}) => !NOT_OPTIONS.has(name),
).map(({name, description, default: value}) => ({
  name,
  description,
  default: value,
  isFlag: value === 'false',
  isList: LISTS.has(name),
}))

/** Options that only the command line has. */
export const OWN_OPTIONS = [
  {
    name: 'app',
    description: 'Bundle ID or Apple ID of the app. The same as `bundle-id` or `app-id`.',
    default: '',
    isFlag: false,
    isList: false,
  },
  {
    name: 'api-private-key-file',
    description:
      'The `.p8` file of the API key. If it is named `AuthKey_<key ID>.p8`, `api-key-id` can be left out.',
    default: '',
    isFlag: false,
    isList: false,
  },
  {
    name: 'json',
    description: 'Print the plan file, and nothing else, to standard output.',
    default: 'false',
    isFlag: true,
    isList: false,
  },
  {
    name: 'open',
    description: 'Open the report in the browser.',
    default: 'false',
    isFlag: true,
    isList: false,
  },
] as const satisfies readonly Option[]
