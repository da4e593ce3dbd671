import {EXIT_CODES} from './exit-code.ts'
import {INPUT_OPTIONS, OWN_OPTIONS} from './options.ts'
import type {Option} from './options.ts'
import {VARIABLES} from './key.ts'
import {inOptions} from './words.ts'

const COMMANDS = [
  ['plan', 'Show what would change in App Store Connect. Writes nothing.'],
  ['sync', 'Make the changes.'],
  ['validate', 'Only check the files. Needs no key and no network.'],
  ['pull', 'Write what App Store Connect has into the folder. Overwrites nothing.'],
] as const

const ENDINGS = [
  [`${EXIT_CODES.done}`, 'done'],
  [`${EXIT_CODES.failed}`, 'failed'],
  [`${EXIT_CODES.wrongUsage}`, 'wrong usage'],
  [`${EXIT_CODES.changes}`, 'changes found, with --fail-on-changes'],
] as const

/** Where descriptions begin, in characters. */
const INDENT = 4

/** @param columns - Width of the terminal, in characters. */
export function helpText(columns: number): string {
  const {privateKey, keyId, issuerId, files, json} = VARIABLES
  return [
    'Keeps your App Store listing in sync with a folder.',
    '',
    'Usage: app-store-sync <command> [options]',
    '',
    'Commands',
    ...rows(COMMANDS),
    '',
    'Options',
    ...[...OWN_OPTIONS, ...INPUT_OPTIONS].flatMap((option) => explained(option, columns)),
    '',
    'The API key',
    ...wrapped(
      `--api-key-id, --issuer-id and --api-private-key-file, or these variables of the environment: ${keyId}, ${issuerId}, and ${privateKey} (the key itself) or ${files.join(' or ')} (its file). ${json} may name the JSON file of fastlane.`,
      columns,
    ),
    '',
    'Exit codes',
    ...rows(ENDINGS),
    '',
    'app-store-sync --version prints the version of this program. After a command, --version is that of the app.',
  ].join('\n')
}

function rows(all: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...all.map(([name]) => name.length))
  return all.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)
}

function explained({name, description, default: value, isFlag}: Option, columns: number) {
  const argument = isFlag ? '' : ' <value>'
  const usual = isFlag || value === '' ? '' : ` Default: ${value}`
  return [`  --${name}${argument}`, ...wrapped(plain(description) + usual, columns)]
}

/** Without links of Markdown. */
function plain(description: string): string {
  return inOptions(description.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')).replaceAll('`', '')
}

function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const isFull = last === undefined || INDENT + last.length + word.length >= columns
    if (isFull) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.map((line) => ' '.repeat(INDENT) + line)
}
