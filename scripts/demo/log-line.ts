const COMMAND = /^::(?<command>[a-z-]+)(?: (?<properties>.*?))?::(?<message>.*)$/u

/** A line of an action's log as GitHub shows it; null for what it hides. */
export function logLine(line: string): string | null {
  const {command, properties, message = ''} = COMMAND.exec(line)?.groups ?? {}
  if (command === undefined) return line
  const text = message.replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%')
  if (command === 'group') return `▼ ${text}`
  if (!['error', 'warning', 'notice'].includes(command)) return null
  const file = /file=(?<file>[^,]*)/u.exec(properties ?? '')?.groups?.['file']
  return `${command.toUpperCase()} ${file === undefined ? '' : `[${file}] `}${text}`
}
