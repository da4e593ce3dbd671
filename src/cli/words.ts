import {MODES} from '../core/run.ts'
import {DECLARED_INPUTS} from '../inputs/declared-inputs.ts'
import {INPUT_OPTIONS} from './options.ts'

/** Other words in backticks, such as keys of app-store.yml, have the names of some inputs. */
const BARE: ReadonlySet<string> = new Set([
  ...DECLARED_INPUTS.map(({name}) => name).filter((name) => name.includes('-')),
  'concurrency',
  'manage',
  'prune',
  'root',
  'shard',
  'shards',
  'submit',
])

const FLAGS: ReadonlySet<string> = new Set(
  INPUT_OPTIONS.filter(({isFlag}) => isFlag).map(({name}) => name),
)

const INPUT = new RegExp(
  `\`(${DECLARED_INPUTS.map(({name}) => name).join('|')})(?:: ([^\`]+))?\``,
  'g',
)

/** A message that speaks of inputs as a workflow has them, such as `prune: true`, in the words of the command line. */
export function inOptions(text: string): string {
  return text.replaceAll(INPUT, (whole, name: string, value: string | undefined) => {
    if (name === 'mode') return value === undefined ? 'the command' : commandOf(value, whole)
    if (value === undefined) return BARE.has(name) ? `\`${optionOf(name)}\`` : whole
    if (!FLAGS.has(name)) return `\`${optionOf(name)} ${value}\``
    return value === 'true' ? `\`--${name}\`` : `\`--no-${name}\``
  })
}

function commandOf(mode: string, otherwise: string): string {
  return MODES.some((each) => each === mode) ? `\`app-store-sync ${mode}\`` : otherwise
}

function optionOf(name: string): string {
  return name === 'api-private-key' ? '--api-private-key-file' : `--${name}`
}
