import {stateError} from '../http/refusal.ts'
import {deliveryState} from '../store/delivery.ts'
import type {Attributes} from '../store/attributes.ts'
import type {AssetError, Entity} from '../store/records.ts'
import {entitiesOf, entityOf} from '../store/store.ts'
import type {Store} from '../store/store.ts'
import type {World} from '../store/world.ts'

/** Apple's help on background assets: in one app. */
export const MOST_PACKS = 100

/** Attributes of a version of a pack that follow from its files, as Apple's page on background assets tells. */
export function packVersionAttributes(world: World, version: Entity): Attributes {
  const files = filesOf(world.store, version.id)
  const outcomes = files.flatMap(({upload}) =>
    upload === null ? [] : [{state: deliveryState(upload, world.settings), upload}],
  )
  const errors = outcomes.flatMap(({state, upload: {outcome}}): readonly AssetError[] =>
    state === 'FAILED' && outcome?.state === 'FAILED' ? outcome.errors : [],
  )
  return {
    ...version.attributes,
    state: packVersionState(world, version),
    stateDetails: errors.length > 0 ? {errors, warnings: null, infos: null} : null,
  }
}

export function packVersionState(
  world: World,
  {id}: Entity,
): 'AWAITING_UPLOAD' | 'PROCESSING' | 'FAILED' | 'COMPLETE' {
  const {settings, store} = world
  const states = filesOf(store, id).flatMap(({upload, attributes}) =>
    upload === null
      ? []
      : [{type: attributes['assetType'], state: deliveryState(upload, settings)}],
  )
  if (states.some(({state}) => state === 'FAILED')) return 'FAILED'
  const asset = states.find(({type}) => type === 'ASSET')?.state ?? 'AWAITING_UPLOAD'
  if (asset === 'AWAITING_UPLOAD') return 'AWAITING_UPLOAD'
  return states.every(({state}) => state === 'COMPLETE') ? 'COMPLETE' : 'PROCESSING'
}

/** How a version of a pack can be had. */
type ReleaseType = Extract<Entity['type'], `backgroundAssetVersion${string}Releases`>

/**
 * What a version of a pack is linked to once it is complete: testers get the newest one; of the App Store that is
 * inferred.
 */
export function packReleases(
  world: World,
  version: Entity,
  type: ReleaseType,
): readonly {id: string}[] {
  return packVersionState(world, version) === 'COMPLETE'
    ? entitiesOf(world.store, type, 'backgroundAssetVersion', version.id)
    : []
}

export function internalReleaseAttributes(world: World, release: Entity): Attributes {
  const {store} = world
  const version = entityOf(
    store,
    'backgroundAssetVersions',
    release.related['backgroundAssetVersion'] ?? '',
  )
  const pack = version.related['backgroundAsset'] ?? ''
  const complete = entitiesOf(store, 'backgroundAssetVersions', 'backgroundAsset', pack).filter(
    (each) => packVersionState(world, each) === 'COMPLETE',
  )
  return {state: complete.at(-1)?.id === version.id ? 'READY_FOR_TESTING' : 'SUPERSEDED'}
}

/**
 * What a version of a pack is linked to as its file of a type [inferred; the unkind reading: only once it is committed. A
 * list of the version's files has reservations too].
 */
export function committedFile(
  store: Store,
  version: string,
  assetType: 'ASSET' | 'MANIFEST',
): readonly Entity[] {
  return filesOf(store, version).filter(
    ({attributes, upload}) => attributes['assetType'] === assetType && upload?.committedAt !== null,
  )
}

/** Throws 409 if the archive of the version is there already [inferred: a version holds one upload]. */
export function requireUnpublished(world: World, related: Entity['related']): void {
  const id = related['backgroundAssetVersion'] ?? ''
  const version = entityOf(world.store, 'backgroundAssetVersions', id)
  const state = packVersionState(world, version)
  if (state !== 'AWAITING_UPLOAD') {
    throw stateError(`The background asset version is in state ${state}`)
  }
}

/** Throws 409 for an archive whose manifest is still to come [inferred: Apple "may validate the manifest first"]. */
export function requireManifestFirst(world: World, file: Entity): void {
  if (file.attributes['assetType'] !== 'ASSET') return
  const version = file.related['backgroundAssetVersion'] ?? ''
  const open = filesOf(world.store, version).some(
    ({attributes, upload}) =>
      attributes['assetType'] === 'MANIFEST' && upload?.committedAt === null,
  )
  if (open) throw stateError('The manifest of the version has not been uploaded')
}

function filesOf(store: Store, version: string): readonly Entity[] {
  return entitiesOf(store, 'backgroundAssetUploadFiles', 'backgroundAssetVersion', version)
}
