import type {UploadResource} from '../apple/upload-resources.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Settled} from '../core/plan.ts'
import {CHANGE_NOTHING_ELSE} from '../transfer/judge.ts'
import {readIfThere} from '../transfer/requests.ts'
import type {Store} from '../transfer/store.ts'
import type {StoredFile} from '../transfer/stored-file.ts'

/** Notices when somebody removes a file that a run reports as unchanged. */
export interface PlacePresence {
  /** Compares what a place holds now. Lists lag, so each missing file is requested by itself; no request if none is. */
  compare(place: string, resource: UploadResource, shown: readonly StoredFile[]): Promise<void>
  /** Every file that was missing, each about its path. */
  lost(): readonly Diagnostic[]
}

/** Starts without having compared anything. @param settled - What the run leaves as it is. */
export function createPlacePresence(
  {client}: Pick<Store, 'client'>,
  settled: readonly Settled[],
): PlacePresence {
  const lost = new Map<string, Diagnostic>()
  return {
    async compare(place, resource, shown) {
      const ids = new Set(shown.map(({id}) => id))
      const unseen = settled.flatMap(({state, subject, resourceId}) => {
        const isExpected = state === 'unchanged' && subject.place === place
        return isExpected && subject.file !== null && resourceId !== null && !ids.has(resourceId)
          ? [{path: subject.file.path, id: resourceId}]
          : []
      })
      await Promise.all(
        unseen.map(async ({path, id}) => {
          if ((await readIfThere(client, resource, id)) === null) lost.set(path, vanished(path))
        }),
      )
    },
    lost: () => [...lost.values()],
  }
}

/** Somebody removed a file that a run reports as unchanged. @param path - Relative to the workspace. */
export function vanished(path: string): Diagnostic {
  return {
    severity: 'error',
    code: 'ASSET_VANISHED',
    what: 'It is no longer in App Store Connect: somebody removed it during this run.',
    next: CHANGE_NOTHING_ELSE,
    about: {path},
  }
}
