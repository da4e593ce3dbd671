import {constants, copyFile, link, mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'

import pLimit from 'p-limit'

import {isError} from '../../core/diagnostic.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {PutFiles} from '../../core/pull.ts'
import type {PulledFile} from '../../core/pulled.ts'
import {errorAt} from '../diagnostic-at.ts'
import {exists} from '../discover/inspect-path.ts'
import {readBytes} from '../read-bytes.ts'
import {readTextFile} from '../text-file.ts'
import {openStaging} from './staging.ts'
import {findTargets} from './targets.ts'
import type {Target} from './targets.ts'
import {WriteError} from './write-error.ts'

export interface PutOptions {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Whether something else is wrong: then nothing is written. */
  readonly isWrong: boolean
  readonly signal: AbortSignal
}

const FILES_AT_A_TIME = 8

/**
 * Writes files that do not exist yet. Everything is fetched first; if anything is in the way of one file, or a file is
 * there and differs, all such files are named and none is written. A file is complete as soon as it has its name.
 *
 * @throws {ExpectedError} if bytes cannot be fetched, or the system does not let a file be written.
 * @throws the signal's reason if it is aborted.
 */
export async function putFiles(
  files: readonly PulledFile[],
  {workspace, isWrong, signal}: PutOptions,
): Promise<PutFiles> {
  const {targets, obstacles} = await findTargets(files, workspace)
  await using staging = await openStaging(workspace).catch(notWritten('The workspace'))
  const compared = await pLimit(FILES_AT_A_TIME).map(targets, (target, index) =>
    compare(target, {staged: staging.pathOf(String(index)), workspace, signal}),
  )
  const diagnostics = [...obstacles, ...compared.flatMap(({diagnostic}) => diagnostic ?? [])]
  const unchanged = compared.filter(({state}) => state === 'same').length
  if (isWrong || diagnostics.some(isError)) return {written: [], unchanged, diagnostics}

  const added = compared.filter(({state}) => state === 'new')
  const taken = await inTurn(added, signal)
  return {
    written: added
      .filter((each) => !taken.includes(each))
      .map(({target: {file}}) => ({path: file.path, noun: file.noun, locale: file.locale})),
    unchanged,
    diagnostics: [...diagnostics, ...taken.map(({target}) => differs(target))],
  }
}

/** A file that was held against what is in its place. */
interface Compared {
  readonly target: Target
  readonly state: 'new' | 'same' | 'different' | 'nothing'
  /** Absolute path of the bytes to write. */
  readonly staged: string
  readonly diagnostic: Diagnostic | null
}

async function compare(
  target: Target,
  {
    staged,
    workspace,
    signal,
  }: {readonly staged: string; readonly workspace: string; readonly signal: AbortSignal},
): Promise<Compared> {
  signal.throwIfAborted()
  const {content} = target.file
  const as = (state: Compared['state'], diagnostic: Diagnostic | null = null): Compared => ({
    target,
    state,
    staged,
    diagnostic,
  })
  if ('text' in content) {
    await writeFile(staged, content.text).catch(notWritten(`The file ${target.file.path}`))
    if (!target.exists) return as('new')
    const there = await readTextFile(workspace, target.file.path, signal)
    const isSame = 'text' in there && there.text === content.text.trimEnd()
    return isSame ? as('same') : as('different', differs(target))
  }
  const there = target.exists ? await hashesOf(target.real, signal) : null
  if (there !== null && there.md5 === content.md5) return as('same')
  const nothing = await content.fetch(staged, signal)
  if (nothing !== null) return as('nothing', nothing)
  if (there === null) return as('new')
  const {sha256} = await hashesOf(staged, signal)
  return there.sha256 === sha256 ? as('same') : as('different', differs(target))
}

async function hashesOf(file: string, signal: AbortSignal) {
  const bytes = await readBytes(file, {
    maximumSize: Number.POSITIVE_INFINITY,
    keep: {head: 0, tail: 0},
    signal,
  })
  if ('tooLarge' in bytes) throw new Error('No file is too large to be compared.')
  return bytes.content
}

/** Puts files into place, one after the other. @returns those whose place somebody else has taken meanwhile. */
async function inTurn(
  added: readonly Compared[],
  signal: AbortSignal,
): Promise<readonly Compared[]> {
  const taken: Compared[] = []
  for (const each of added) {
    signal.throwIfAborted()
    // oxlint-disable-next-line no-await-in-loop -- so that a run that is ended leaves them in order
    if (!(await moved(each))) taken.push(each)
  }
  return taken
}

/**
 * Gives a complete file its name, unless that is taken. On another file system, or one without hard links, it is copied:
 * ended in the middle of that, a run leaves a part of it, which the next pull names as a file that differs.
 *
 * @throws {WriteError} if the system does not let it.
 */
async function moved({staged, target: {file, real}}: Compared): Promise<boolean> {
  await mkdir(path.dirname(real), {recursive: true}).catch(notWritten(`The file ${file.path}`))
  try {
    // A rename would overwrite a file that somebody has made meanwhile.
    await link(staged, real)
    return true
  } catch {
    if (await exists(real)) return false
    await copyFile(staged, real, constants.COPYFILE_EXCL).catch(notWritten(`The file ${file.path}`))
    return true
  }
}

function differs({file: {path: place}}: Target): Diagnostic {
  return errorAt(place, {
    code: 'would-overwrite',
    what: 'is not what App Store Connect has, and a pull overwrites no file',
    next: 'remove it or rename it to take what App Store Connect has, or let `root` name another folder',
  })
}

/** @param place - In words. */
function notWritten(place: string): (cause: unknown) => never {
  return (cause) => {
    throw new WriteError(place, cause)
  }
}
