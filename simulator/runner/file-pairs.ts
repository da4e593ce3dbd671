/**
 * What a step wrote into a file of the runner, such as GITHUB_OUTPUT: `name=value`, or `name<<delimiter` with the value
 * on lines of its own ("Workflow commands for GitHub Actions").
 *
 * @throws for any other line, as the runner does.
 */
export function parsePairs(content: string): Readonly<Record<string, string>> {
  const pairs: Record<string, string> = {}
  const lines = content.split(/\r?\n/u)
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue
    const [, name = '', sign, rest = ''] = /^(.+?)(=|<<)(.*)$/u.exec(line) ?? []
    if (sign === undefined) throw new Error(`The runner refuses the line: ${line}`)
    const end = lines.indexOf(rest)
    if (sign === '<<' && end === -1) throw new Error(`The value of ${name} has no end.`)
    pairs[name] =
      sign === '='
        ? rest
        : lines
            .splice(0, end + 1)
            .slice(0, -1)
            .join('\n')
  }
  return pairs
}
