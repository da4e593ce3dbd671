import {
  appAttributes,
  assetAttributes,
  localizationAttributes,
  setAttributes,
  versionAttributes,
} from './attributes.ts'
import type {Attributes} from './attributes.ts'
import {familyOf} from './families.ts'
import {defaultRelatedLimit} from './query.ts'
import type {Query} from './query.ts'
import type {ResourceType} from './records.ts'
import {resources} from './resource-table.ts'
import {
  appOf,
  assetOf,
  assetsOf,
  localizationOf,
  localizationsOf,
  setOf,
  setsOf,
  versionOf,
  versionsOf,
} from './store.ts'
import type {World} from './world.ts'

/** Links in bodies name Apple's host, whatever host the request came to. */
export const appleHost = 'https://api.appstoreconnect.apple.com'

export interface Reference {
  readonly type: ResourceType
  readonly id: string
}

/** A resource as JSON:API shows it: only the fields asked for, linkage only of what is included. */
export function present(
  world: World,
  {type, id}: Reference,
  query: Pick<Query, 'fields' | 'include' | 'relatedLimits'>,
  {inList}: {readonly inList: boolean},
): object {
  const fields = query.fields.get(type)
  const wanted = ([name]: readonly [string, unknown]): boolean => fields?.includes(name) ?? true
  const self = `${appleHost}/v1/${type}/${id}`
  const relationships = Object.entries(resources[type].relationships).map(
    ([name, {many}]) =>
      [
        name,
        {
          ...(query.include.includes(name) ? linkage(world, {type, id}, name, many, query) : {}),
          links: {self: `${self}/relationships/${name}`, related: `${self}/${name}`},
        },
      ] as const,
  )
  return {
    type,
    id,
    attributes: Object.fromEntries(
      Object.entries(attributesOf(world, {type, id}, inList)).filter(wanted),
    ),
    relationships: Object.fromEntries(relationships.filter(wanted)),
    links: {self},
  }
}

/**
 * The included resources of some primary ones, each once. Their order is that of their ids: a client
 * that takes the order of a set from here, and not from the relationship, is caught.
 */
export function included(world: World, primary: readonly Reference[], query: Query): object[] {
  const references = primary.flatMap((reference) =>
    query.include.flatMap((name) =>
      relatedOf(world, reference, name).slice(0, limitOf(query, name)),
    ),
  )
  const unique = new Map(references.map((reference) => [reference.id, reference]))
  return [...unique.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((reference) => present(world, reference, {...query, include: []}, {inList: true}))
}

/** The records at the other end of a relationship, in the store's order, as lists show them now. */
export function relatedOf(world: World, {type, id}: Reference, name: string): readonly Reference[] {
  const {store, settings} = world
  const target = resources[type].relationships[name]?.type
  const shown = (records: readonly {readonly id: string; readonly visibleFrom: number}[]) =>
    records
      .filter(({visibleFrom}) => visibleFrom <= settings.now())
      .map((record) => ({type: knownType(target), id: record.id}))
  switch (type) {
    case 'apps':
      return shown(versionsOf(store, id))
    case 'appStoreVersions':
      return name === 'app'
        ? [{type: 'apps', id: versionOf(store, id).appId}]
        : shown(localizationsOf(store, id))
    case 'appStoreVersionLocalizations':
      return name === 'appStoreVersion'
        ? [{type: 'appStoreVersions', id: localizationOf(store, id).versionId}]
        : shown(setsOf(store, id).filter(({medium}) => medium === familyOf(name).medium))
    case 'appScreenshotSets':
    case 'appPreviewSets': {
      const set = setOf(store, id, familyOf(type).medium)
      return name === 'appStoreVersionLocalization'
        ? [{type: 'appStoreVersionLocalizations', id: set.localizationId}]
        : shown(assetsOf(store, set))
    }
    case 'appScreenshots':
    case 'appPreviews':
      return [{type: knownType(target), id: assetOf(store, id, familyOf(type).medium).setId}]
  }
}

function linkage(
  world: World,
  reference: Reference,
  name: string,
  many: true | undefined,
  query: Pick<Query, 'relatedLimits'>,
): object {
  const related = relatedOf(world, reference, name)
  if (many === undefined) return {data: related[0] ?? null}
  const limit = limitOf(query, name)
  return {data: related.slice(0, limit), meta: {paging: {total: related.length, limit}}}
}

function limitOf({relatedLimits}: Pick<Query, 'relatedLimits'>, name: string): number {
  return relatedLimits.get(name) ?? defaultRelatedLimit
}

function attributesOf(world: World, {type, id}: Reference, inList: boolean): Attributes {
  const {store} = world
  switch (type) {
    case 'apps':
      return appAttributes(appOf(store, id))
    case 'appStoreVersions':
      return versionAttributes(versionOf(store, id))
    case 'appStoreVersionLocalizations':
      return localizationAttributes(localizationOf(store, id))
    case 'appScreenshotSets':
    case 'appPreviewSets':
      return setAttributes(setOf(store, id, familyOf(type).medium))
    case 'appScreenshots':
    case 'appPreviews':
      return assetAttributes(world, assetOf(store, id, familyOf(type).medium), {inList})
  }
}

function knownType(name: string | undefined): ResourceType {
  const type = Object.keys(resources).find((each): each is ResourceType => each === name)
  if (type === undefined) throw new Error(`There is no resource type '${name}'.`)
  return type
}
