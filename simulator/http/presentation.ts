import {kinds} from '../store/kinds.ts'
import {defaultRelatedLimit} from './query.ts'
import type {Query} from './query.ts'
import type {ResourceType} from '../store/records.ts'
import {resources} from './resource-table.ts'
import type {World} from '../store/world.ts'

/** Links in bodies name Apple's host, whatever host the request came to. */
export const appleHost = 'https://api.appstoreconnect.apple.com'

export interface Reference {
  readonly type: ResourceType
  readonly id: string
}

export interface Presented extends Reference {
  readonly attributes: object
  readonly relationships: object
  readonly links: object
}

type Shape = Pick<Query, 'fields' | 'include' | 'relatedLimits'>

/** A resource as JSON:API shows it: only the fields asked for, linkage only of what is included. */
export function present(
  world: World,
  {type, id}: Reference,
  query: Shape,
  options: {readonly inList: boolean},
): Presented {
  const fields = query.fields.get(type)
  const wanted = ([name]: readonly [string, unknown]): boolean => fields?.includes(name) ?? true
  const self = `${appleHost}/v1/${type}/${id}`
  const attributes = Object.entries(kinds[type].attributes(world, id, options))
  const relationships = Object.entries(resources[type].relationships).map(
    ([name, {many}]) =>
      [
        name,
        withLinks(
          {self: `${self}/relationships/${name}`, related: `${self}/${name}`},
          query.include.includes(name) ? linkage(world, {type, id}, name, many, query) : null,
        ),
      ] as const,
  )
  return {
    type,
    id,
    attributes: Object.fromEntries(attributes.filter(wanted)),
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
      relatedOf(world, reference, name).slice(0, includedLimit(world, query, name)),
    ),
  )
  const unique = new Map(references.map((reference) => [reference.id, reference]))
  const plain = {...query, include: []}
  return [...unique.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((reference) => present(world, reference, plain, {inList: true}))
}

/** The records at the other end of a relationship, in the store's order, as lists show them now. */
export function relatedOf(world: World, {type, id}: Reference, name: string): readonly Reference[] {
  const relationship = resources[type].relationships[name]
  const related = kinds[type].related(world, id)[name]
  if (relationship === undefined || related === undefined) return []
  const now = world.settings.now()
  return related()
    .filter(({visibleFrom = 0}) => visibleFrom <= now)
    .map((record) => ({type: relationship.type, id: record.id}))
}

interface Linkage {
  readonly data: Reference | readonly Reference[] | null
  readonly meta?: object
  readonly links?: Readonly<Record<string, string>>
}

function linkage(
  world: World,
  reference: Reference,
  name: string,
  many: true | undefined,
  query: Shape,
): Linkage {
  const related = relatedOf(world, reference, name)
  if (many === undefined) return {data: related[0] ?? null}
  const cut = world.settings.inclusionCut
  const limit = limitOf(query, name)
  const tells = cut === null ? null : cut.tellsBy
  const data = related.slice(
    0,
    tells === 'missing resources' ? limit : includedLimit(world, query, name),
  )
  const next = `${appleHost}/v1/${reference.type}/${reference.id}/${name}?cursor=next`
  return {
    data,
    ...(tells === null || tells === 'total'
      ? {meta: {paging: {total: related.length, limit}}}
      : {}),
    ...(tells === 'next' && data.length < related.length ? {links: {next}} : {}),
  }
}

function withLinks(links: Readonly<Record<string, string>>, shown: Linkage | null): object {
  return {...shown, links: {...links, ...shown?.links}}
}

/** How many related resources come along; fewer than asked for where the answer is cut short. */
function includedLimit({settings}: World, query: Shape, name: string): number {
  return Math.min(limitOf(query, name), settings.inclusionCut?.most ?? Number.POSITIVE_INFINITY)
}

function limitOf({relatedLimits}: Shape, name: string): number {
  return relatedLimits.get(name) ?? defaultRelatedLimit
}
