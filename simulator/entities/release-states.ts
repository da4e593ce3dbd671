import {randomUUID} from 'node:crypto'
import type {Entity, Version} from '../store/records.ts'
import {entityOf} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {followVersion} from './app-infos.ts'
import {addEntity} from './draft.ts'

/** The state of a submission by that of the version in it; COMPLETE for all others. */
const SUBMISSION_STATES: Readonly<Record<string, string>> = {
  READY_FOR_REVIEW: 'READY_FOR_REVIEW',
  WAITING_FOR_REVIEW: 'WAITING_FOR_REVIEW',
  WAITING_FOR_EXPORT_COMPLIANCE: 'WAITING_FOR_REVIEW',
  IN_REVIEW: 'IN_REVIEW',
  REJECTED: 'UNRESOLVED_ISSUES',
  METADATA_REJECTED: 'UNRESOLVED_ISSUES',
}

/** The state of the version's item by that of its submission, where it does not stay as it is [inferred]. */
const ITEM_STATES: Readonly<Record<string, string>> = {
  COMPLETE: 'REMOVED',
  UNRESOLVED_ISSUES: 'REJECTED',
}

/** Brings what goes along with a version into the state that a person or Apple gave it: app info and submission. */
export function reflectState(world: World, version: Version): void {
  followVersion(world, version)
  const state = SUBMISSION_STATES[version.state] ?? 'COMPLETE'
  const open = openSubmission(world, version)
  if (open === null) {
    if (state !== 'COMPLETE') addSubmission(world, version, state)
    return
  }
  open.submission.attributes = {...open.submission.attributes, state}
  const itemState = ITEM_STATES[state]
  if (itemState !== undefined) open.item.attributes = {...open.item.attributes, state: itemState}
}

function openSubmission(
  {store}: World,
  {id}: Version,
): {readonly submission: Entity; readonly item: Entity} | null {
  for (const item of store.entities.values()) {
    if (item.type !== 'reviewSubmissionItems' || item.related['appStoreVersion'] !== id) continue
    const submission = entityOf(store, 'reviewSubmissions', item.related['reviewSubmission'] ?? '')
    if (submission.attributes['state'] !== 'COMPLETE') return {submission, item}
  }
  return null
}

function addSubmission(world: World, {id, appId, platform}: Version, state: string): void {
  const submission = randomUUID()
  const submittedDate =
    state === 'READY_FOR_REVIEW' ? null : new Date(world.settings.now()).toISOString()
  addEntity(world, {
    type: 'reviewSubmissions',
    id: submission,
    attributes: {platform, submittedDate, state},
    related: {app: appId},
  })
  addEntity(world, {
    type: 'reviewSubmissionItems',
    id: randomUUID(),
    attributes: {state: ITEM_STATES[state] ?? 'READY_FOR_REVIEW'},
    related: {reviewSubmission: submission, appStoreVersion: id},
  })
}
