import path from 'node:path'

import {isWithin} from '../core/is-within.ts'
import {InputError} from './input-error.ts'
import {defaultOf} from './input-values.ts'
import type {InputValues} from './input-values.ts'

/** A folder, or a file, that an input names. */
export interface FolderInput {
  /** Relative to the workspace, with forward slashes. It may lead out of the workspace, but nothing is read there. */
  readonly path: string
  /** Whether the folder may be missing, because the input has its default value. */
  readonly optional: boolean
}

/**
 * The folder that the other folders are relative to.
 *
 * @returns its absolute path.
 * @throws {InputError} if it is not in the workspace.
 */
export function readRoot(values: InputValues, workspace: string): string {
  const value = values.text('root')
  const root = path.resolve(workspace, value)
  if (isWithin(workspace, root)) return root
  throw new InputError(`\`root\` must be a folder in the workspace; ${value} points outside it.`)
}

/** @param root - Absolute; see {@link readRoot}. */
export function readFolder(
  values: InputValues,
  name: 'screenshots' | 'previews' | 'metadata' | 'config',
  {root, workspace}: {readonly root: string; readonly workspace: string},
): FolderInput {
  const value = values.text(name)
  return {
    path: relativeFolder(path.resolve(root, value), workspace),
    optional: value === defaultOf(name),
  }
}

/** @returns the path relative to the workspace, with forward slashes. */
export function relativeFolder(folder: string, workspace: string): string {
  const relative = path.relative(workspace, folder)
  return relative === '' ? '.' : relative.split(path.sep).join('/')
}
