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

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"'}

/** A job summary for a terminal: tables with aligned columns, pictures by their names. */
export function summaryText(markdown: string): string {
  const text = markdown
    .replaceAll(/<table>.*?<\/table>/gsu, table)
    .replaceAll(/<img [^>]*?alt="(?<alt>[^"]*)"[^>]*>/gu, '[$<alt>]')
    .replaceAll(/<summary>(?<title>.*?)<\/summary>/gu, '▸ $<title>\n')
    .replaceAll(/<\/b><\/p><p>/gu, ': ')
    .replaceAll(/<br>/gu, '\n  ')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll(/^#+ /gmu, '')
  return decoded(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}

function table(html: string): string {
  const rows = [...html.matchAll(/<tr>(?<cells>.*?)<\/tr>/gsu)].map(({groups}) =>
    [...(groups?.['cells'] ?? '').matchAll(CELL)].flatMap((cell) => {
      const {span = '1', content = ''} = cell.groups ?? {}
      const words = decoded(content.replaceAll('<br>', ' · ').replaceAll(/<[^>]+>/gu, ''))
      return [words, ...Array.from({length: Number(span) - 1}, () => '')]
    }),
  )
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column < 2 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
  return `\n${rows.map(line).join('\n')}\n`
}

const CELL =
  /<t[hd](?: [^>]*?)?(?: ?colspan="(?<span>\d+)")?(?: [^>]*)?>(?<content>.*?)<\/t[hd]>/gsu

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(?<point>\d+)|(?<name>\w+));/gu, (entity: string, point, name) => {
    if (typeof point === 'string') return String.fromCodePoint(Number(point))
    return ENTITIES[String(name)] ?? entity
  })
}
