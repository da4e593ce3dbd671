import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'

/**
 * Commands that need the outside world, or take too long: by their first words (`gh`, `git push`, `bash .ci/run`), the
 * script that bash runs instead, with all arguments of the command.
 */
export type StandInCommands = Readonly<Record<string, string>>

/** The words of a command that was replaced. */
export type StandInCall = readonly string[]

/** A folder for the front of PATH, in which the stand-ins are. */
export interface StandInFolder {
  readonly path: string
  /** The commands that were replaced so far, in their order. */
  readonly calls: () => Promise<readonly StandInCall[]>
}

/** Puts a program for each first word into the folder; with other arguments, it runs the command itself. */
export async function standInFolder(
  folder: string,
  commands: StandInCommands,
): Promise<StandInFolder> {
  const [bin, log] = [path.join(folder, 'bin'), path.join(folder, 'calls')]
  await mkdir(bin, {recursive: true})
  await writeFile(log, '')
  const byProgram = Map.groupBy(
    // The longest first: `git push` before `git`.
    Object.entries(commands).toSorted(([one], [other]) => other.length - one.length),
    ([words]) => words.split(' ')[0] ?? '',
  )
  for (const [program, standIns] of byProgram) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of files
    const branches = await Promise.all(
      standIns.map(async ([words, script], index) => {
        const file = path.join(folder, `${program}-${index}.sh`)
        await writeFile(file, script)
        return branch(words.split(' '), file, log)
      }),
    )
    const file = path.join(bin, program)
    const real = [`PATH=\${PATH#*${quoted(`${bin}:`)}}`, `exec ${quoted(program)} "$@"`]
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(file, ['#!/bin/bash', ...branches, ...real, ''].join('\n'))
    // oxlint-disable-next-line no-await-in-loop
    await chmod(file, 0o755)
  }
  return {path: bin, calls: async () => parseCalls(await readFile(log, 'utf8'))}
}

function branch([program = '', ...words]: readonly string[], file: string, log: string): string {
  const conditions = words.map((word, index) => `"\${${index + 1}-}" == ${quoted(word)}`)
  return `if [[ ${['1 == 1', ...conditions].join(' && ')} ]]; then
  printf '%s\\0' "$(($# + 1))" ${quoted(program)} "$@" >> ${quoted(log)}
  exec /bin/bash -e ${quoted(file)} "$@"
fi`
}

/** Each call is the number of its words and the words, with a null character after each. */
function parseCalls(log: string): readonly StandInCall[] {
  const words = log.split('\0')
  const calls: StandInCall[] = []
  while (words.length > 1) calls.push(words.splice(0, Number(words.shift())))
  return calls
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
