import {cp, mkdir, readdir} from 'node:fs/promises'
import path from 'node:path'
import {create} from '@actions/glob'
import {jest} from '@jest/globals'
import {knownInputs} from './action-call.ts'
import type {StandInAction} from './action-call.ts'

/** `actions/upload-artifact`: keeps files as its README says, without the zip archive. */
export const uploadArtifact: StandInAction = async (call) => {
  const inputs = knownInputs(call, [
    'archive',
    'if-no-files-found',
    'name',
    'path',
    'retention-days',
  ])
  const {files, root} = await findFiles(inputs.path ?? '', call.workspace)
  if (files.length === 0) {
    const log = `No files were found with the provided path: ${inputs.path}`
    return {isSuccess: inputs['if-no-files-found'] !== 'error', log}
  }
  const isArchive = inputs.archive !== 'false'
  if (!isArchive && files.length > 1) {
    return {isSuccess: false, log: 'archive: false takes a single file.'}
  }
  const name = isArchive ? (inputs.name ?? 'artifact') : path.basename(files[0] ?? '')
  const folder = path.join(call.artifacts, name)
  if ((await readdir(call.artifacts)).includes(name)) {
    return {isSuccess: false, log: `There is an artifact ${name} already.`}
  }
  await mkdir(folder)
  await Promise.all(files.map((file) => cp(file, path.join(folder, path.relative(root, file)))))
  return {}
}

/** `actions/download-artifact`: one by its name, or each into a folder with its name. */
export const downloadArtifact: StandInAction = async (call) => {
  const {name, path: folder = '.'} = knownInputs(call, ['name', 'path'])
  const target = path.resolve(call.workspace, folder)
  const there = await readdir(call.artifacts)
  if (name !== undefined && !there.includes(name)) {
    return {isSuccess: false, log: `There is no artifact ${name}.`}
  }
  await cp(path.join(call.artifacts, name ?? '.'), target, {recursive: true})
  return {}
}

/** Files that match the patterns, and the folder that the artifact's paths are relative to. */
async function findFiles(patterns: string, workspace: string) {
  const absolute = patterns
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) =>
      each.startsWith('!')
        ? `!${path.resolve(workspace, each.slice(1))}`
        : path.resolve(workspace, each),
    )
  const {files, searched} = await globQuietly(absolute.join('\n'))
  const isOneFile = files.length === 1 && files[0] === searched[0]
  return {files, root: isOneFile ? path.dirname(files[0] ?? '') : commonFolder(searched)}
}

/** Without the debug lines that the toolkit writes for each pattern. */
async function globQuietly(patterns: string) {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const options = {matchDirectories: false, excludeHiddenFiles: true}
    const globber = await create(patterns, options)
    return {files: await globber.glob(), searched: globber.getSearchPaths()}
  } finally {
    write.mockRestore()
  }
}

/** The deepest folder that all paths are in. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  let folder = first
  while (!others.every((each) => isIn(folder, each))) folder = path.dirname(folder)
  return folder
}

function isIn(folder: string, file: string): boolean {
  return !path.relative(folder, file).startsWith('..')
}
