import {randomUUID} from 'node:crypto'
import {invalidRelationship, stateError} from '../http/refusal.ts'
import {linksIn} from '../http/request-body.ts'
import {resources} from '../http/resource-table.ts'
import type {Attributes} from '../store/attributes.ts'
import type {App, Entity, Version} from '../store/records.ts'
import {appOf, entitiesOf, entityOf} from '../store/store.ts'
import type {Store} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {CATEGORIES} from './catalogues.ts'
import {addEntity} from './draft.ts'
import type {Draft} from './draft.ts'

const LIVE = 'READY_FOR_DISTRIBUTION'

/** States in which an app info may change [inferred from those of a version]. */
const EDITABLE = new Set([
  'PREPARE_FOR_SUBMISSION',
  'READY_FOR_REVIEW',
  'REJECTED',
  'DEVELOPER_REJECTED',
])

/** The state of an app info by that of the version that it goes out with, where the two are not the same [inferred]. */
const STATE_BY_VERSION: Readonly<Record<string, string>> = {
  METADATA_REJECTED: 'REJECTED',
  INVALID_BINARY: 'REJECTED',
  PENDING_APPLE_RELEASE: 'PENDING_RELEASE',
  PENDING_DEVELOPER_RELEASE: 'PENDING_RELEASE',
  PROCESSING_FOR_DISTRIBUTION: 'PENDING_RELEASE',
  WAITING_FOR_EXPORT_COMPLIANCE: 'WAITING_FOR_REVIEW',
}

/** The subcategories of each category. */
const SUBCATEGORIES: Readonly<Record<string, readonly string[]>> = {
  primaryCategory: ['primarySubcategoryOne', 'primarySubcategoryTwo'],
  secondaryCategory: ['secondarySubcategoryOne', 'secondarySubcategoryTwo'],
}

/** What an app info has from the start. */
export interface NewAppInfo {
  readonly state: string
  /** Ids of categories, by relationship. */
  readonly categories: Entity['related']
  /** By Apple's names; what is missing is not answered. */
  readonly ageRating: Attributes
  readonly localizations: readonly Attributes[]
}

export function addAppInfo(world: World, app: App, made: NewAppInfo): void {
  const appInfo = randomUUID()
  const add = (
    type: Draft['type'],
    id: string,
    attributes: Attributes,
    related: Entity['related'],
  ) => addEntity(world, {type, id, attributes: {...nullsOf(type), ...attributes}, related})
  add('appInfos', appInfo, {state: made.state}, {...made.categories, app: app.id})
  // reference.md §3 row 22: its id is another one.
  add('ageRatingDeclarations', randomUUID(), made.ageRating, {appInfo})
  for (const localization of made.localizations) {
    add('appInfoLocalizations', randomUUID(), localization, {appInfo})
  }
}

/** The deprecated attribute has another name for the same state. */
export function appInfoAttributes({attributes}: Entity): Attributes {
  const {state} = attributes
  return {...attributes, appStoreState: state === LIVE ? 'READY_FOR_SALE' : state}
}

/** The app info that goes out with the next version; undefined if there is only what is live. */
export function nextAppInfo(store: Store, appId: string): Entity | undefined {
  return appInfosOf(store, appId).find(({attributes: {state}}) => state !== LIVE)
}

/** The localization of an app info for a locale. */
export function infoLocalization(store: Store, info: Entity, locale: string): Entity | undefined {
  return entitiesOf(store, 'appInfoLocalizations', 'appInfo', info.id).find(
    ({attributes}) => attributes['locale'] === locale,
  )
}

/**
 * Brings the app info into the state of a version, and makes the second one of a live app, a copy, once there is a next
 * version [inferred: App Store Connect shows the live values in it].
 */
export function followVersion(world: World, {appId, state}: Version): void {
  const {store} = world
  const live = appInfosOf(store, appId).find(({attributes}) => attributes['state'] === LIVE)
  const next = nextAppInfo(store, appId)
  if (state === 'REPLACED_WITH_NEW_VERSION') return
  if (state === LIVE) {
    if (next === undefined) return
    if (live !== undefined) removeAppInfo(store, live)
    next.attributes = {...next.attributes, state}
    return
  }
  const infoState = STATE_BY_VERSION[state] ?? state
  if (next !== undefined) next.attributes = {...next.attributes, state: infoState}
  else if (live !== undefined) copyAppInfo(world, live, infoState)
}

/** Throws 409 unless the app info can change now. */
export function requireEditableInfo(info: Entity): void {
  const {state} = info.attributes
  if (typeof state === 'string' && EDITABLE.has(state)) return
  throw stateError(
    `appInfos with id '${info.id}' is in state ${String(state)} and cannot be edited`,
  )
}

/**
 * Throws what speaks against the categories of an app info [inferred: a subcategory has to belong to its category, and
 * no category comes twice].
 */
export function checkCategories({store}: World, {id: info, related}: Draft, body: unknown): void {
  requireEditableInfo(entityOf(store, 'appInfos', info))
  const given = linksIn(body)
  const {primaryCategory = null, secondaryCategory = null} = related
  if (primaryCategory !== null && primaryCategory === secondaryCategory) {
    throw invalidRelationship('secondaryCategory', 'The two categories must be different')
  }
  for (const [category, slots] of Object.entries(SUBCATEGORIES)) {
    const id = related[category] ?? null
    if (id !== null && CATEGORIES.get(id) !== null) {
      throw invalidRelationship(category, `'${id}' is a subcategory`)
    }
    for (const slot of slots.filter((each) => given[each] !== undefined)) {
      if (!belongs(related, slot, category)) {
        throw invalidRelationship(slot, `'${related[slot]}' is not a subcategory of ${category}`)
      }
    }
  }
}

/** Subcategories of a category that is no longer the one go with it [inferred: no request can take them away]. */
export function dropSubcategories({store}: World, {id}: Draft): void {
  const info = entityOf(store, 'appInfos', id)
  const kept = Object.entries(info.related).filter(([name]) => {
    const category = Object.keys(SUBCATEGORIES).find((each) => SUBCATEGORIES[each]?.includes(name))
    return category === undefined || belongs(info.related, name, category)
  })
  info.related = Object.fromEntries(kept)
}

/** A localization of the app info that came along with one of a version: with the name that the app has. */
export function addInfoLocalization(world: World, {appId}: Version, locale: string): void {
  const {store} = world
  const info = nextAppInfo(store, appId)
  if (info === undefined || infoLocalization(store, info, locale) !== undefined) return
  const {primaryLocale, name} = appOf(store, appId)
  const primary = infoLocalization(store, info, primaryLocale)
  addEntity(world, {
    type: 'appInfoLocalizations',
    id: randomUUID(),
    attributes: {
      ...nullsOf('appInfoLocalizations'),
      locale,
      name: primary?.attributes['name'] ?? name,
    },
    related: {appInfo: info.id},
  })
}

function belongs(related: Entity['related'], slot: string, category: string): boolean {
  const parent = CATEGORIES.get(related[slot] ?? '')
  return parent !== undefined && parent !== null && parent === related[category]
}

function appInfosOf(store: Store, appId: string): readonly Entity[] {
  return entitiesOf(store, 'appInfos', 'app', appId)
}

function copyAppInfo(world: World, live: Entity, state: string): void {
  const {store} = world
  const {app, ...categories} = live.related
  const [ageRating] = entitiesOf(store, 'ageRatingDeclarations', 'appInfo', live.id)
  addAppInfo(world, appOf(store, app ?? ''), {
    state,
    categories,
    ageRating: ageRating?.attributes ?? {},
    localizations: entitiesOf(store, 'appInfoLocalizations', 'appInfo', live.id).map(
      ({attributes}) => attributes,
    ),
  })
}

function removeAppInfo(store: Store, info: Entity): void {
  for (const type of ['appInfoLocalizations', 'ageRatingDeclarations'] as const) {
    for (const {id} of entitiesOf(store, type, 'appInfo', info.id)) store.entities.delete(id)
  }
  store.entities.delete(info.id)
}

function nullsOf(type: Entity['type']): Attributes {
  return Object.fromEntries(resources[type].attributes.map((name) => [name, null]))
}
