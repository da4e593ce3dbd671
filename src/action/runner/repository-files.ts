import {lstat, realpath} from 'node:fs/promises'
import path from 'node:path'

import {systemErrorText} from '../../core/system-error.ts'
import {isWithin} from '../../core/is-within.ts'
import type {Run} from '../../core/run.ts'
import {sendsFile} from '../../core/step.ts'
import type {Addresses, RunContext} from '../../report/facts/context.ts'

/**
 * The URLs of the files that a plan would send, for the summary and the comment. None for other runs: what they sent,
 * Apple has.
 *
 * @param workspace - Absolute.
 */
export async function plannedFiles(
  {mode, plan}: Run,
  workspace: string,
  {treeUrl}: RunContext,
): Promise<Addresses> {
  if (mode !== 'plan' || plan === null || treeUrl === null) return new Map()
  const files = plan.steps.filter(sendsFile).flatMap(({subject}) => subject.file?.path ?? [])
  return addressesOf(files, workspace, treeUrl)
}

/**
 * The URLs of files of the checkout. GitHub serves them to everybody who may see the repository, so pictures also
 * work in private repositories and on GitHub Enterprise Server.
 *
 * @param files - Relative to the workspace, with forward slashes.
 * @param workspace - Absolute.
 * @param treeUrl - See {@link RunContext.treeUrl}.
 * @returns URLs by file, without files outside the repository that is checked out in the workspace.
 */
export async function addressesOf(
  files: readonly string[],
  workspace: string,
  treeUrl: string,
): Promise<Addresses> {
  const root = await realpath(workspace)
  const places = await Promise.all(
    files.map(async (file) => [file, await placeIn(root, path.join(workspace, file))] as const),
  )
  return new Map(
    places.flatMap(([file, place]) =>
      place === null ? [] : [[file, `${treeUrl}/${encode(place)}?raw=true`] as const],
    ),
  )
}

/** The path of a link's target: GitHub shows a link as text, and has no paths below one. */
async function placeIn(root: string, file: string): Promise<string | null> {
  const real = await realpath(file).catch(() => null)
  if (real === null || !isWithin(root, real)) return null
  return (await isCheckedOutAt(root, path.dirname(real))) ? path.relative(root, real) : null
}

/** Whether the innermost repository of a folder is the workspace, and not a submodule or a second checkout. */
async function isCheckedOutAt(root: string, folder: string): Promise<boolean> {
  if (await hasRepository(folder)) return folder === root
  return folder !== root && isCheckedOutAt(root, path.dirname(folder))
}

/** True also if it cannot be checked. */
async function hasRepository(folder: string): Promise<boolean> {
  return lstat(path.join(folder, '.git')).then(
    () => true,
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes(systemErrorText(error, 'code')),
  )
}

function encode(place: string): string {
  return place
    .split(path.sep)
    .map((name) => encodeURIComponent(name.toWellFormed()))
    .join('/')
}
