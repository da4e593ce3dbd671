import type {AppClip} from '@rage-against-the-pixel/app-store-connect-api'

import type {Client} from '../connect/client.ts'
import type {AttributesOf} from '../connect/document.ts'
import {getAll} from '../connect/pages.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {errorAt} from '../files/diagnostic-at.ts'
import {listWithOr} from '../files/nearest-name.ts'
import type {ClipFolder} from './clip-folders.ts'

/** An App Clip of the app. */
export interface Clip {
  /** Apple's id. */
  readonly id: string
  readonly bundleId: string
}

/** Reads the App Clips of an app: one request. */
export async function readClips(client: Client, appId: string): Promise<readonly Clip[]> {
  const {data} = await getAll<AttributesOf<AppClip>>(client, `/v1/apps/${appId}/appClips`, {
    'fields[appClips]': 'bundleId',
    limit: 200,
  })
  return data.map(({id, attributes}) => ({id, bundleId: attributes?.bundleId ?? ''}))
}

/**
 * Chooses the App Clip that a folder is for: the one that it names or, if it names none, the only one.
 *
 * @returns why there is none, with the App Clips that there are.
 */
export function chooseClip(
  clips: readonly Clip[],
  {bundleId, path}: Pick<ClipFolder, 'bundleId' | 'path'>,
): Clip | Diagnostic {
  const [first, second] = clips
  if (first === undefined) {
    return errorAt(path, {
      code: 'unknown-app-clip',
      what: 'is for an App Clip, but App Store Connect has no App Clip of this app',
      next: 'upload a build that contains the App Clip, and run the job again once it is processed',
    })
  }
  const names = clips.map((clip) => clip.bundleId)
  if (bundleId !== null) {
    const found = clips.find((clip) => clip.bundleId === bundleId)
    return (
      found ??
      errorAt(path, {
        code: 'unknown-app-clip',
        what: `is for the App Clip ${bundleId}, but App Store Connect has only ${names.join(', ')}`,
        next: `rename the folder to ${listWithOr(names)}`,
      })
    )
  }
  if (second === undefined) return first
  return errorAt(path, {
    code: 'unknown-app-clip',
    what: `does not say which App Clip it is for: the app has ${names.join(', ')}`,
    next: `move its contents to a folder that is named ${listWithOr(names)}`,
  })
}
