/** What the runner would do because of a line of a step's output. */
export interface RunnerCommand {
  readonly name: string
  /** Such as `file`; unescaped. */
  readonly properties: ReadonlyMap<string, string>
  /** Unescaped. */
  readonly message: string
}

/**
 * Every workflow command that the runner finds in an output, whether or not it knows the command: `::name …::` at the
 * beginning of a line, and the old `##[name …]` anywhere in it (ActionCommand.cs of actions/runner).
 */
export function commandsIn(output: string): readonly RunnerCommand[] {
  // .NET ends a line at a lone carriage return as well.
  return output.split(/\r\n|\r|\n/u).flatMap((line) => newCommand(line) ?? oldCommand(line) ?? [])
}

/** The commands without those by which discovery tells what it does, on every run and about no name of a file. */
export function meantCommands(output: string): readonly RunnerCommand[] {
  return commandsIn(output).filter(
    ({name, message}) =>
      name !== 'debug' ||
      !/^(?:followSymbolicLinks|implicitDescendants|matchDirectories|omitBrokenSymbolicLinks|excludeHiddenFiles|Search path) '/u.test(
        message,
      ),
  )
}

function newCommand(line: string): RunnerCommand | null {
  const [, name, properties = '', message = ''] =
    /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/su.exec(line) ?? []
  return name === undefined
    ? null
    : {name, properties: readProperties(properties, ','), message: unescaped(message)}
}

function oldCommand(line: string): RunnerCommand | null {
  const [, name, properties = '', message = ''] =
    /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/su.exec(line) ?? []
  return name === undefined
    ? null
    : {name, properties: readProperties(properties, ';'), message: unescaped(message)}
}

function readProperties(text: string, separator: string): ReadonlyMap<string, string> {
  const pairs = text.split(separator).map((pair): readonly [string, string] => {
    const [name = '', ...value] = pair.split('=')
    return [name.trim(), unescaped(value.join('='))]
  })
  return new Map(pairs)
}

function unescaped(value: string): string {
  return value
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}
