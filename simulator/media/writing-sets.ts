import {randomUUID} from 'node:crypto'
import type {Family} from './families.ts'
import {Refusal, invalidAttribute, invalidRelationship, stateError} from '../http/refusal.ts'
import {listedIds, relatedId, text} from '../http/request-body.ts'
import {platformOf} from './specifications.ts'
import {
  localizationOf,
  removeSet,
  requireEditable,
  setOf,
  setsOf,
  versionAbove,
} from '../store/store.ts'
import type {World} from '../store/world.ts'

const parents = [
  'appStoreVersionLocalization',
  'appCustomProductPageLocalization',
  'appStoreVersionExperimentTreatmentLocalization',
]

/** POST /v1/appScreenshotSets or /v1/appPreviewSets. */
export function createSet(world: World, family: Family, body: unknown): string {
  const {store, settings} = world
  const given = parents.filter((parent) => relatedId(body, parent) !== null)
  // The schema leaves all three optional; exactly one makes sense.
  if (given.length !== 1 || given[0] !== parents[0]) {
    throw invalidRelationship(String(parents[0]), 'Exactly one parent localization is needed')
  }
  const localization = localizationOf(store, relatedId(body, String(parents[0])) ?? '')
  const version = versionAbove(store, localization)
  requireEditable(version)
  const type = text(body, family.typeAttribute) ?? ''
  if (platformOf(type) !== version.platform) {
    throw invalidAttribute(
      family.typeAttribute,
      `'${type}' is not valid for a version of the platform ${version.platform}`,
    )
  }
  const twins = setsOf(store, localization.id).filter(({medium}) => medium === family.medium)
  if (twins.some((set) => set.type === type)) {
    throw stateError(`${family.noun} Set Already Exists!`)
  }
  const id = randomUUID()
  store.sets.set(id, {
    id,
    medium: family.medium,
    localizationId: localization.id,
    type,
    visibleFrom: settings.now() + settings.listLagMilliseconds,
    order: [],
  })
  return id
}

/** DELETE of a set; its assets go with it. */
export function deleteSet(world: World, family: Family, id: string): void {
  const set = setOf(world.store, id, family.medium)
  requireEditable(versionAbove(world.store, set))
  removeSet(world.store, set)
}

/** PATCH of a set's relationship: the new order. It has to list the whole set, each asset once [inferred]. */
export function reorder(world: World, family: Family, id: string, body: unknown): void {
  const set = setOf(world.store, id, family.medium)
  requireEditable(versionAbove(world.store, set))
  const order = listedIds(body)
  const whole =
    order.length === set.order.length &&
    new Set(order).size === order.length &&
    order.every((each) => set.order.includes(each))
  if (!whole) {
    throw new Refusal(409, {
      code: 'ENTITY_ERROR.RELATIONSHIP.INVALID',
      title: 'The provided entity includes a relationship with an invalid value',
      detail: `The request has to list every one of the ${family.assets} of the set, each exactly once`,
      source: {pointer: '/data'},
    })
  }
  set.order = order
}
