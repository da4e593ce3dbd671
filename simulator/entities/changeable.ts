import {kinds} from '../store/kinds.ts'
import {isEntityType} from '../store/records.ts'
import type {Entity, ResourceType, Version} from '../store/records.ts'
import {entityOf, requireEditable, versionOf} from '../store/store.ts'
import type {Store} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {requireEditableInfo} from './app-infos.ts'

/** What leads from a record to the version that it goes out with. */
const UPWARDS: Readonly<Record<string, ResourceType>> = {
  appStoreVersion: 'appStoreVersions',
  releaseWithAppStoreVersion: 'appStoreVersions',
  appStoreReviewDetail: 'appStoreReviewDetails',
  appClipDefaultExperience: 'appClipDefaultExperiences',
  appClipDefaultExperienceLocalization: 'appClipDefaultExperienceLocalizations',
}

/** Throws 409 if the record goes out with a version that cannot change now. */
export function requireChangeable({store}: World, {related}: Pick<Entity, 'related'>): void {
  const {appInfo = null} = related
  if (appInfo !== null) requireEditableInfo(entityOf(store, 'appInfos', appInfo))
  const version = versionAbove(store, related)
  if (version !== null) requireEditable(version)
}

function versionAbove(store: Store, related: Entity['related']): Version | null {
  for (const [relationship, type] of Object.entries(UPWARDS)) {
    const id = related[relationship]
    if (id === null || id === undefined) continue
    if (type === 'appStoreVersions') return versionOf(store, id)
    if (isEntityType(type)) return versionAbove(store, entityOf(store, type, id).related)
  }
  return null
}

/** Throws 404 if there is no such record. */
export function requireRecord(world: World, type: ResourceType, id: string): void {
  kinds[type].attributes(world, id, {inList: false})
}
