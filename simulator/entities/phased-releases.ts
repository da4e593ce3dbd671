import {invalidAttribute, stateError} from '../http/refusal.ts'
import {attribute} from '../http/request-body.ts'
import type {Entity} from '../store/records.ts'
import {requireEditable, versionOf} from '../store/store.ts'
import type {World} from '../store/world.ts'
import type {Draft} from './draft.ts'

/** Attributes that Apple sets on a phased release that has not begun. */
export const NOT_BEGUN = {
  phasedReleaseState: 'INACTIVE',
  startDate: null,
  totalPauseDuration: 0,
  currentDayNumber: 0,
}

/** Throws 409 for a phased release that is under way [inferred]. */
export function requireNotBegun({store}: World, {related}: Pick<Entity, 'related'>): void {
  requireEditable(versionOf(store, related['appStoreVersion'] ?? ''))
}

/** Throws 409 for a phase that the version's state does not have [inferred: it begins with the release]. */
export function checkPhase({store}: World, {related}: Draft, body: unknown): void {
  const state = attribute(body, 'phasedReleaseState') ?? 'INACTIVE'
  const version = versionOf(store, related['appStoreVersion'] ?? '')
  const isLive = version.state === 'READY_FOR_DISTRIBUTION'
  if (!isLive) requireEditable(version)
  if (isLive === (state !== 'INACTIVE')) return
  throw isLive
    ? stateError('The version is being distributed', 'phasedReleaseState')
    : invalidAttribute('phasedReleaseState', `A version in state ${version.state} has no phases`)
}
