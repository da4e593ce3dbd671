import {randomUUID} from 'node:crypto'
import {editableStates} from '../media/specifications.ts'
import type {Entity, ResourceType} from '../store/records.ts'
import {entitiesOf, entityOf, versionOf} from '../store/store.ts'
import type {Store} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {followVersion} from './app-infos.ts'
import {packVersionState} from './background-assets.ts'
import {addEntity} from './draft.ts'

/** What an item of a submission is about. */
interface Reviewable {
  readonly type: ResourceType
  readonly id: string
  readonly relationship: string
  readonly state: string
  /** Whether it can be reviewed as far as its state is concerned. */
  readonly isReviewable: boolean
  enter(state: string): void
}

/** Null unless the links lead to exactly one thing that the simulator lets review. */
export function reviewableOf(world: World, related: Entity['related']): Reviewable | null {
  const {appStoreVersion = null, backgroundAssetVersion = null} = related
  if ((appStoreVersion === null) === (backgroundAssetVersion === null)) return null
  return appStoreVersion === null
    ? packVersion(world, backgroundAssetVersion ?? '')
    : appVersion(world, appStoreVersion)
}

/** The items of a submission that were not taken out of it. */
export function itemsOf(store: Store, submission: string): readonly Entity[] {
  return entitiesOf(store, 'reviewSubmissionItems', 'reviewSubmission', submission).filter(
    ({attributes}) => attributes['state'] !== 'REMOVED',
  )
}

function appVersion(world: World, id: string): Reviewable {
  const version = versionOf(world.store, id)
  return {
    type: 'appStoreVersions',
    id,
    relationship: 'appStoreVersion',
    state: version.state,
    isReviewable: editableStates.has(version.state),
    enter(state) {
      version.state = state
      followVersion(world, version)
    },
  }
}

function packVersion(world: World, id: string): Reviewable {
  const version = entityOf(world.store, 'backgroundAssetVersions', id)
  const release = appStoreRelease(world, id)
  const state = String(release.attributes['state'])
  return {
    type: 'backgroundAssetVersions',
    id,
    relationship: 'backgroundAssetVersion',
    state,
    isReviewable:
      packVersionState(world, version) === 'COMPLETE' &&
      ['PREPARE_FOR_SUBMISSION', 'READY_FOR_REVIEW', 'REJECTED'].includes(state),
    enter(entered) {
      // Its states have no DEVELOPER_REJECTED (schema BackgroundAssetVersionAppStoreReleaseState).
      const next = entered === 'DEVELOPER_REJECTED' ? 'PREPARE_FOR_SUBMISSION' : entered
      release.attributes = {...release.attributes, state: next}
    },
  }
}

/** How a version of a pack stands in the App Store; made when it is first asked for. */
function appStoreRelease(world: World, backgroundAssetVersion: string): Entity {
  const type = 'backgroundAssetVersionAppStoreReleases'
  const find = () =>
    entitiesOf(world.store, type, 'backgroundAssetVersion', backgroundAssetVersion)[0]
  const old = find()
  if (old !== undefined) return old
  const id = randomUUID()
  addEntity(world, {
    type,
    id,
    attributes: {state: 'PREPARE_FOR_SUBMISSION'},
    related: {backgroundAssetVersion},
  })
  return entityOf(world.store, type, id)
}
