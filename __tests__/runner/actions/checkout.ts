import {cp} from 'node:fs/promises'
import path from 'node:path'
import {knownInputs} from './action-call.ts'
import type {StandInAction} from './action-call.ts'

/** `actions/checkout`: a copy of the prepared repository, whatever the ref. */
export const checkout: StandInAction = async (call) => {
  const {path: folder = '.'} = knownInputs(call, [
    'fetch-depth',
    'lfs',
    'path',
    'persist-credentials',
    'ref',
    'token',
  ])
  const target = path.join(call.workspace, folder)
  await cp(call.repository, target, {recursive: true, verbatimSymlinks: true})
  return {}
}
