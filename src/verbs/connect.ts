import {requireApp, requireKey} from '../inputs/credentials.ts'
import type {Inputs} from '../inputs/inputs.ts'
import {versionParts, wantedVersion} from '../sections.ts'
import type {ManagedFolders} from '../managed.ts'
import type {OpenStore} from '../sections.ts'
import {createTarget} from '../sections/version/target.ts'
import type {TargetOptions} from '../sections/version/target.ts'
import {openStore} from '../transfer/store.ts'
import type {Tools} from './tools.ts'

/** @throws {InputError} if the app or the key is not named. */
export async function connect(
  inputs: Inputs,
  managed: ManagedFolders,
  {progress, signal, keyAdvice}: Tools,
): Promise<OpenStore> {
  const target = targetOptions(inputs, managed)
  const store = openStore({
    ...inputs,
    key: await requireKey(inputs.key, keyAdvice),
    jobs: inputs.mode === 'sync' ? inputs.shards : 1,
    progress,
    signal,
  })
  return {...store, target: createTarget({...target, client: store.client, signal})}
}

/** @throws {InputError} if the app is not named. */
export function targetOptions(
  inputs: Inputs,
  managed: ManagedFolders,
): Pick<TargetOptions, 'app' | 'version' | 'parts'> {
  return {
    app: requireApp(inputs.app),
    version: wantedVersion(inputs),
    parts: versionParts(managed),
  }
}
