import {randomUUID} from 'node:crypto'
import {invalidAttribute, stateError} from '../http/refusal.ts'
import {attributesIn, linksIn, ownId} from '../http/request-body.ts'
import {resources} from '../http/resource-table.ts'
import {locales} from '../media/specifications.ts'
import type {Entity, EntityType} from '../store/records.ts'
import {entitiesOf, entityOf, removeEntity} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {
  checkAdvancedExperience,
  copyDefaultExperience,
  replaceAdvancedLocalizations,
  requireSecondLocale,
} from './app-clips.ts'
import {MOST_PACKS} from './background-assets.ts'
import {requireChangeable, requireRecord} from './changeable.ts'
import {addEntity, requireLength} from './draft.ts'
import type {Draft} from './draft.ts'

/** What a kind of record needs besides what all need. */
interface RecordKind {
  /** The relationship to the parent, which takes one of the kind for each value of `unique`. */
  readonly parent: string
  /** The attribute that tells siblings apart; null where the parent has one of the kind. */
  readonly unique: string | null
  /** Throws what Apple has against it. */
  readonly check?: (world: World, draft: Draft, body: unknown) => void
  /** Called once it is there. */
  readonly made?: (world: World, draft: Draft, body: unknown) => void
}

const kinds: Readonly<Partial<Record<EntityType, RecordKind>>> = {
  appStoreReviewDetails: {parent: 'appStoreVersion', unique: null},
  appClipDefaultExperiences: {
    parent: 'releaseWithAppStoreVersion',
    unique: null,
    made: copyDefaultExperience,
  },
  appClipDefaultExperienceLocalizations: {
    parent: 'appClipDefaultExperience',
    unique: 'locale',
    check(_world, {attributes: {locale, subtitle}}) {
      if (!locales.has(String(locale))) {
        throw invalidAttribute('locale', `'${String(locale)}' is not a valid locale`)
      }
      requireLength('subtitle', subtitle, 56)
    },
  },
  appClipAdvancedExperiences: {
    parent: 'appClip',
    unique: 'link',
    check: checkAdvancedExperience,
    made: replaceAdvancedLocalizations,
  },
  backgroundAssets: {
    parent: 'app',
    unique: 'assetPackIdentifier',
    check({store}, {related}) {
      const packs = entitiesOf(store, 'backgroundAssets', 'app', related['app'] ?? '')
      if (packs.length >= MOST_PACKS) throw stateError(`Too many background assets (${MOST_PACKS})`)
    },
  },
  backgroundAssetVersions: {
    parent: 'backgroundAsset',
    unique: 'version',
    check({store}, {related}) {
      const pack = entityOf(store, 'backgroundAssets', related['backgroundAsset'] ?? '')
      if (pack.attributes['archived'] === true) throw stateError('The background asset is archived')
    },
    made(world, {id}) {
      addEntity(world, {
        type: 'backgroundAssetVersionInternalBetaReleases',
        id: randomUUID(),
        attributes: {},
        related: {backgroundAssetVersion: id},
      })
    },
  },
}

/** Attributes that Apple sets on a new record. */
function defaults({store, settings}: World, {type, related}: Draft): Entity['attributes'] {
  const createdDate = new Date(settings.now()).toISOString()
  switch (type) {
    case 'backgroundAssets':
      return {archived: false, createdDate, usedBytes: null}
    case 'backgroundAssetVersions': {
      const pack = related['backgroundAsset'] ?? ''
      const before = entitiesOf(store, 'backgroundAssetVersions', 'backgroundAsset', pack)
      const numbers = before.map(({attributes}) => Number(attributes['version']))
      const version = String(Math.max(0, ...numbers) + 1)
      return {createdDate, platforms: null, locale: null, version}
    }
    case 'appClipAdvancedExperiences':
      return {version: 1, status: 'RECEIVED', placeStatus: null}
    default:
      return {}
  }
}

/** POST of a record without a file. */
export function createRecord(world: World, type: EntityType, body: unknown): string {
  const given: Draft = {
    type,
    id: randomUUID(),
    attributes: attributesIn(body),
    related: linksIn(body),
  }
  const nulls = Object.fromEntries(resources[type].attributes.map((name) => [name, null]))
  const draft = {
    ...given,
    attributes: {...nulls, ...defaults(world, given), ...given.attributes},
  }
  requireLinks(world, draft)
  requireChangeable(world, draft)
  const kind = kindOf(type)
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
  requireChangeable(world, record)
  const draft: Draft = {
    type,
    id,
    attributes: {...record.attributes, ...attributesIn(body)},
    related: {...record.related, ...linksIn(body)},
  }
  requireLinks(world, draft)
  requireChangeable(world, draft)
  const kind = kindOf(type)
  kind.check?.(world, draft, body)
  const {removed, ...attributes} = draft.attributes
  // No report says what a removed experience looks like. The unkind reading: lists still have it.
  record.attributes = removed === true ? {...attributes, status: 'DEACTIVATED'} : attributes
  record.related = draft.related
  if (type === 'appClipAdvancedExperiences') replaceAdvancedLocalizations(world, draft, body)
}

/** DELETE of a record, and of all that hangs on it. */
export function deleteRecord(world: World, type: EntityType, id: string): void {
  const record = entityOf(world.store, type, id)
  requireChangeable(world, record)
  if (type === 'appClipDefaultExperienceLocalizations') requireSecondLocale(world, record)
  removeEntity(world.store, record)
}

function requireNoTwin(
  {store}: World,
  {parent, unique}: RecordKind,
  {type, id, attributes, related}: Draft,
): void {
  const above = related[parent]
  if (above === null || above === undefined) return
  const siblings = entitiesOf(store, type, parent, above).filter(
    (each) => each.id !== id && each.attributes['status'] !== 'DEACTIVATED',
  )
  if (unique === null) {
    if (siblings.length > 0) throw stateError(`The ${parent} has one of the ${type} already`)
    return
  }
  if (siblings.some((each) => each.attributes[unique] === attributes[unique])) {
    throw invalidAttribute(unique, 'The attribute value has already been used', '.DUPLICATE')
  }
}

/** Throws 404 if the other end of a link does not exist. */
function requireLinks(world: World, {type, related}: Draft): void {
  for (const [name, id] of Object.entries(related)) {
    const relationship = resources[type].relationships[name]
    if (relationship !== undefined && id !== null) requireRecord(world, relationship.type, id)
  }
}

function kindOf(type: EntityType): RecordKind {
  const kind = kinds[type]
  if (kind === undefined) throw new Error(`${type} cannot be written.`)
  return kind
}
