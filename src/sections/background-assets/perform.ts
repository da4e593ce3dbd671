import type {Decision, Performer, Work} from '../../core/section.ts'
import type {Reference, Step} from '../../core/step.ts'
import {performFiles} from '../../places/perform-files.ts'
import type {PerformFilesOptions} from '../../places/perform-files.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import type {PackDetail} from './detail.ts'
import {packIdOf} from './packs.ts'
import type {PackVersion, StoredPacks, WantedPacks} from './packs.ts'
import {createPack, createVersion, readOneVersion, readStoredFiles} from './requests.ts'

export interface PerformPacksOptions extends Pick<
  PerformFilesOptions,
  'store' | 'workspace' | 'startedAt'
> {
  /** Called with every version that was read. */
  readonly seen: (packId: string, version: PackVersion) => void
}

/**
 * How long the archive waits for its manifest, in milliseconds. Apple checks a manifest that comes first, but does not
 * say when: after this long, the archive is sent, and the version says what comes of both.
 */
const MANIFEST_MILLISECONDS = 60_000

/** Carries out the steps of the section. */
export function performPacks(
  {store, workspace, startedAt, seen}: PerformPacksOptions,
  {have, steps, idOf}: Work<WantedPacks | null, StoredPacks, PackDetail>,
): Performer<PackDetail> {
  const {client} = store
  const versionIds = versionsSentTo(steps)
  const files = performFiles({
    store,
    workspace,
    startedAt,
    stored: have.packs.flatMap(({versions}) => versions.flatMap(filesIn)),
    idOf,
    readPlace: async (_place, versionId) =>
      versionId === null ? [] : readStoredFiles(client, versionId),
    group: {
      of: ({path}) => packIdOf(path),
      async read(packId) {
        const version = versionIds.get(packId)
        if (version === undefined) throw new Error(`Nothing is sent to ${packId}.`)
        const read = await readOneVersion(client, idOf(version))
        seen(packId, read)
        return filesIn(read)
      },
    },
  })
  const waitingSince = new Map<string, number>()
  const hasWaited = ({id}: Step): boolean => {
    const since = waitingSince.get(id) ?? performance.now()
    waitingSince.set(id, since)
    return performance.now() - since > MANIFEST_MILLISECONDS
  }

  return {
    ...files,
    async perform({detail, ...step}) {
      switch (detail.kind) {
        case 'asset-pack': {
          const id = await createPack(client, have.appId, detail.packId)
          return {state: 'done', resourceId: id}
        }
        case 'asset-pack-version': {
          const known = have.packs.flatMap(({versions}) => versions.map(({id}) => id))
          const id = await createVersion(client, idOf(detail.pack), new Set(known))
          return {state: 'done', resourceId: id}
        }
        case 'upload':
          return files.perform({...step, detail})
      }
    },
    groupOf: ({detail, ...step}) =>
      detail.kind === 'upload' ? files.groupOf({...step, detail}) : null,
    async settle(group, pending) {
      const uploads = pending.flatMap(({step: {detail, ...step}, resourceId}) =>
        detail.kind === 'upload' ? [{step: {...step, detail}, resourceId}] : [],
      )
      const decisions = await files.settle(group, uploads)
      const unchecked = uploads.filter(
        ({step}) =>
          step.detail.family === 'assetPackManifest' && !decisions.has(step.id) && hasWaited(step),
      )
      const done = unchecked.map(({step}): [string, Decision] => [step.id, {state: 'done'}])
      return new Map([...decisions, ...done])
    },
  }
}

/** The version that each pack's files go to, by asset pack ID. */
function versionsSentTo(steps: readonly Step<PackDetail>[]): ReadonlyMap<string, Reference> {
  return new Map(
    steps.flatMap(({detail}) =>
      detail.kind === 'upload' && detail.parent !== null
        ? [[packIdOf(detail.path), detail.parent] as const]
        : [],
    ),
  )
}

function filesIn({archive, manifest}: PackVersion): readonly StoredFile[] {
  return [archive, manifest].filter((file) => file !== null)
}
