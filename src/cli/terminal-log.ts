import {styleText} from 'node:util'

import type {FilePosition} from '../core/diagnostic.ts'
import type {Level, Log} from '../face/log/log.ts'
import type {Redact} from '../face/secrets/redact.ts'
import {asLine} from '../report/escape.ts'
import type {Screen} from './screen.ts'

type Style = Parameters<typeof styleText>[0]

const LEVELS: Readonly<Record<Level, Style>> = {error: 'red', warning: 'yellow', notice: 'cyan'}

/** Signs at the beginning of a line; see `face/log/log-steps.ts`. */
const SIGNS: Readonly<Record<string, Style>> = {
  '+': 'green',
  '~': 'yellow',
  '-': 'red',
  '✓': 'green',
  '✗': 'red',
}

/**
 * The log in a terminal, or in the log of another CI: lines, with colours where they can be seen.
 *
 * @param wording - See `Face`.
 */
export function createTerminalLog(
  screen: Screen,
  redact: Redact,
  wording: (text: string) => string,
): Log {
  const clean = (text: string) => asLine(wording(redact(text)))
  const paint = (line: string) => {
    const style = SIGNS[line.charAt(0)]
    const isSigned = style !== undefined && line.charAt(1) === ' '
    return isSigned ? screen.styled(style, line.charAt(0)) + line.slice(1) : line
  }
  const log: Log = {
    line: (message) => screen.print(paint(clean(message))),
    folded(title, lines) {
      screen.print(clean(title))
      for (const line of lines) screen.print(`  ${paint(clean(line))}`)
    },
    annotate(level, message, at) {
      screen.print(`${screen.styled(LEVELS[level], `${level}:`)} ${clean(withPlace(message, at))}`)
    },
    mostAnnotations: Number.POSITIVE_INFINITY,
    fail: (message) => screen.print(screen.styled(['red', 'bold'], clean(message))),
  }
  return screen.isLive
    ? {...log, status: (line) => screen.status(line === null ? null : clean(line))}
    : log
}

/** Most messages about a file begin with its path; where there is a line, editors open it from the log. */
function withPlace(message: string, at: FilePosition | undefined): string {
  if (at === undefined) return message
  const {path, line} = at
  const place = line === undefined ? path : `${path}:${line}`
  return message.startsWith(path) ? place + message.slice(path.length) : `${place}: ${message}`
}
