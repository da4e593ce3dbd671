import {randomUUID} from 'node:crypto'
import {invalidAttribute, stateError, stateErrorOf, unknownLink} from '../http/refusal.ts'
import {attributesIn, linksIn, ownId, takenLinksIn} from '../http/request-body.ts'
import {resources} from '../http/resource-table.ts'
import type {EntityType} from '../store/records.ts'
import {entitiesOf, entityOf, removeEntity} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {requireChangeable, requireRecord} from './changeable.ts'
import {CATEGORIES} from './catalogues.ts'
import {addEntity} from './draft.ts'
import type {Draft} from './draft.ts'
import {recordKinds} from './record-kinds.ts'
import type {RecordKind} from './record-kinds.ts'

/** POST of a record without a file. */
export function createRecord(world: World, type: EntityType, body: unknown): string {
  const given: Draft = {
    type,
    id: randomUUID(),
    attributes: attributesIn(body),
    related: linksIn(body),
  }
  const kind = kindOf(type)
  if (kind.create !== undefined) return kind.create(world, body)
  const nulls = Object.fromEntries(resources[type].attributes.map((name) => [name, null]))
  const draft = {
    ...given,
    attributes: {...nulls, ...kind.defaults?.(world, given), ...given.attributes},
  }
  requireLinks(world, draft)
  if (kind.isLocked !== false) requireChangeable(world, draft)
  requireNoTwin(world, kind, draft)
  kind.check?.(world, draft, body)
  addEntity(world, draft)
  kind.made?.(world, draft, body)
  return draft.id
}

/** PATCH of a record without a file. */
export function updateRecord(world: World, type: EntityType, id: string, body: unknown): void {
  const record = entityOf(world.store, type, id)
  if (ownId(body) !== id) throw stateError('The id in the body is not the id in the path')
  const kind = kindOf(type)
  const isLocked = kind.isLocked !== false
  if (isLocked) requireChangeable(world, record)
  if (kind.change !== undefined) {
    kind.change(world, record, body)
    return
  }
  const taken = takenLinksIn(body)
  const kept = Object.entries(record.related).filter(([name]) => !taken.includes(name))
  const draft: Draft = {
    type,
    id,
    attributes: {...record.attributes, ...attributesIn(body)},
    related: {...Object.fromEntries(kept), ...linksIn(body)},
  }
  requireLinks(world, draft)
  if (isLocked) requireChangeable(world, draft)
  kind.check?.(world, draft, body)
  const {removed, ...attributes} = draft.attributes
  // No report says what a removed experience looks like. The unkind reading: lists still have it.
  record.attributes = removed === true ? {...attributes, status: 'DEACTIVATED'} : attributes
  record.related = draft.related
  kind.changed?.(world, draft, body)
}

/** DELETE of a record, and of all that hangs on it. */
export function deleteRecord(world: World, type: EntityType, id: string): void {
  const record = entityOf(world.store, type, id)
  const kind = kindOf(type)
  if (kind.isLocked !== false) requireChangeable(world, record)
  kind.checkRemoval?.(world, record)
  removeEntity(world.store, record)
}

function requireNoTwin(
  {store}: World,
  {parent, unique}: RecordKind,
  {type, id, attributes, related}: Draft,
): void {
  const above = parent === null ? null : related[parent]
  if (parent === null || above === null || above === undefined) return
  const siblings = entitiesOf(store, type, parent, above).filter(
    (each) => each.id !== id && each.attributes['status'] !== 'DEACTIVATED',
  )
  if (unique === null) {
    if (siblings.length > 0) {
      throw stateErrorOf('ALREADY_EXISTS', `The ${parent} has one of the ${type} already`)
    }
    return
  }
  if (siblings.some((each) => each.attributes[unique] === attributes[unique])) {
    const detail =
      unique === 'locale'
        ? `Entity with locale: ${String(attributes[unique])} already exists. Try updating.`
        : 'The attribute value has already been used'
    throw invalidAttribute(unique, detail, '.DUPLICATE')
  }
}

/** Throws 404 if the other end of a link does not exist; 409 if it is none of Apple's own [inferred]. */
function requireLinks(world: World, {type, related}: Draft): void {
  for (const [name, id] of Object.entries(related)) {
    const relationship = resources[type].relationships[name]
    if (relationship?.type === 'appCategories') {
      if (id !== null && !CATEGORIES.has(id)) throw unknownLink(name, id)
      continue
    }
    if (relationship !== undefined && id !== null) requireRecord(world, relationship.type, id)
  }
}

function kindOf(type: EntityType): RecordKind {
  const kind = recordKinds[type]
  if (kind === undefined) throw new Error(`${type} cannot be written.`)
  return kind
}
