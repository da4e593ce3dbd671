import {logLine} from '../demo/log-line.ts'

/** A step's log as GitHub shows it at first: of a group only its title. */
export function logOnGitHub(stdout: string): string {
  const lines: string[] = []
  let isFolded = false
  for (const line of stdout.split('\n')) {
    if (line.startsWith('::group::')) lines.push(`▶ ${line.slice('::group::'.length)}`)
    const shown = line.startsWith('::') ? logLine(line) : line
    isFolded = line.startsWith('::group::') || (isFolded && !line.startsWith('::endgroup::'))
    if (!isFolded && shown !== null) lines.push(shown)
  }
  return lines.join('\n')
}
