import {families} from '../media/families.ts'
import type {
  App,
  Asset,
  Entity,
  EntityType,
  Localization,
  MediaSet,
  Upload,
  Version,
} from './records.ts'
import {resources} from '../http/resource-table.ts'
import {isEntityType} from './records.ts'
import {notFound, stateError} from '../http/refusal.ts'
import {editableStates} from '../media/specifications.ts'

/** States after which the next version can be made [inferred: an app has one version in the works per platform]. */
export const closedStates: ReadonlySet<string> = new Set([
  'READY_FOR_DISTRIBUTION',
  'REPLACED_WITH_NEW_VERSION',
])

/** Everything the simulated App Store Connect knows. */
export interface Store {
  readonly apps: Map<string, App>
  readonly versions: Map<string, Version>
  readonly localizations: Map<string, Localization>
  readonly sets: Map<string, MediaSet>
  readonly assets: Map<string, Asset>
  /** Of every other kind, in the order in which they were made. */
  readonly entities: Map<string, Entity>
}

export function createStore(): Store {
  return {
    apps: new Map(),
    versions: new Map(),
    localizations: new Map(),
    sets: new Map(),
    assets: new Map(),
    entities: new Map(),
  }
}

export function appOf(store: Store, id: string): App {
  return store.apps.get(id) ?? missing('apps', id)
}

export function versionOf(store: Store, id: string): Version {
  return store.versions.get(id) ?? missing('appStoreVersions', id)
}

export function localizationOf(store: Store, id: string): Localization {
  return store.localizations.get(id) ?? missing('appStoreVersionLocalizations', id)
}

/** The set, if it is of this medium: ids of the other are unknown under this path. */
export function setOf(store: Store, id: string, medium: MediaSet['medium']): MediaSet {
  const set = store.sets.get(id)
  return set?.medium === medium ? set : missing(families[medium].sets, id)
}

export function assetOf(store: Store, id: string, medium: Asset['medium']): Asset {
  const asset = store.assets.get(id)
  return asset?.medium === medium ? asset : missing(families[medium].assets, id)
}

export function entityOf(store: Store, type: EntityType, id: string): Entity {
  const entity = store.entities.get(id)
  return entity?.type === type ? entity : missing(type, id)
}

/** A file of any kind, on its way or there. */
export function uploadOf({assets, entities}: Store, id: string): Upload | undefined {
  return assets.get(id) ?? entities.get(id)?.upload ?? undefined
}

/** Those that hang on a record by a relationship. */
export function entitiesOf(
  store: Store,
  type: EntityType,
  relationship: string,
  id: string,
): readonly Entity[] {
  return [...store.entities.values()].filter(
    (each) => each.type === type && each.related[relationship] === id,
  )
}

export function versionsOf(store: Store, appId: string): readonly Version[] {
  return [...store.versions.values()].filter((version) => version.appId === appId)
}

export function localizationsOf(store: Store, versionId: string): readonly Localization[] {
  return [...store.localizations.values()].filter((each) => each.versionId === versionId)
}

export function setsOf(store: Store, localizationId: string): readonly MediaSet[] {
  return [...store.sets.values()].filter((set) => set.localizationId === localizationId)
}

export function assetsOf(store: Store, set: MediaSet): readonly Asset[] {
  return set.order.flatMap((id) => store.assets.get(id) ?? [])
}

/** The version that a localization, set or asset hangs on. */
export function versionAbove(store: Store, record: Localization | MediaSet | Asset): Version {
  if ('versionId' in record) return versionOf(store, record.versionId)
  if ('localizationId' in record) {
    return versionAbove(store, localizationOf(store, record.localizationId))
  }
  return versionAbove(store, setOf(store, record.setId, record.medium))
}

/** Throws 409 unless media of the version may change now. */
export function requireEditable(version: Version): void {
  if (editableStates.has(version.state)) return
  throw stateError(
    `appStoreVersions with id '${version.id}' is in state ${version.state} and cannot be edited at this time`,
  )
}

export function removeAsset(store: Store, asset: Asset): void {
  const set = setOf(store, asset.setId, asset.medium)
  set.order = set.order.filter((id) => id !== asset.id)
  store.assets.delete(asset.id)
}

/** Removes a record with all that hangs on it. */
export function removeEntity(store: Store, {type, id}: Entity): void {
  store.entities.delete(id)
  for (const {type: other, inverse} of Object.values(resources[type].relationships)) {
    if (inverse === undefined || !isEntityType(other)) continue
    for (const each of entitiesOf(store, other, inverse, id)) removeEntity(store, each)
  }
}

export function removeSet(store: Store, set: MediaSet): void {
  for (const id of set.order) store.assets.delete(id)
  store.sets.delete(set.id)
}

export function removeLocalization(store: Store, localization: Localization): void {
  for (const set of setsOf(store, localization.id)) removeSet(store, set)
  store.localizations.delete(localization.id)
}

function missing(type: string, id: string): never {
  throw notFound(type, id)
}
