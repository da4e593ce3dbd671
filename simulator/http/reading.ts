import {pricePoints} from '../entities/price-points.ts'
import {kinds} from '../store/kinds.ts'
import {appleHost, included, present, relatedOf} from './presentation.ts'
import type {Reference} from './presentation.ts'
import {cursorAt} from './query.ts'
import type {Query} from './query.ts'
import {notFound} from './refusal.ts'
import {routes} from './routes.ts'
import type {Route} from './routes.ts'
import type {World} from '../store/world.ts'

export interface ReadCall {
  readonly route: Route
  /** The id in the path; empty for `/v1/apps`. */
  readonly id: string
  readonly path: string
  readonly search: URLSearchParams
  readonly query: Query
}

/** Answers a GET of one resource, by its id or as the one that another has. */
export function readOne(world: World, call: ReadCall): object {
  const {route, id, path, query} = call
  const reference = route.name === 'part-of' ? partAt(world, call) : {type: route.type, id}
  if (reference === null) return {data: null, links: {self: `${appleHost}${path}`}}
  const data = present(world, reference, query, {inList: false})
  return {
    data,
    ...inclusion(world, [reference], query),
    links: {self: `${appleHost}${path}`},
  }
}

/** Answers a GET of a list, one page at a time. */
export function readList(world: World, call: ReadCall): object {
  const {query, path, search} = call
  const passing = candidates(world, call).filter((reference) => passes(world, reference, query))
  const all = sorted(world, passing, query)
  const page = all.slice(query.offset, query.offset + query.limit)
  const end = query.offset + page.length
  const nextCursor = end < all.length ? cursorAt(end) : null
  const next = new URLSearchParams(search)
  if (nextCursor !== null) next.set('cursor', nextCursor)
  const self = search.size === 0 ? path : `${path}?${search.toString()}`
  return {
    data: page.map((reference) => present(world, reference, query, {inList: true})),
    ...inclusion(world, page, query),
    links: {
      self: `${appleHost}${self}`,
      ...(nextCursor === null ? {} : {next: `${appleHost}${path}?${next.toString()}`}),
    },
    meta: {
      paging: {total: all.length, limit: query.limit, ...(nextCursor === null ? {} : {nextCursor})},
    },
  }
}

function inclusion(world: World, primary: readonly Reference[], query: Query): object {
  return query.include.length === 0 ? {} : {included: included(world, primary, query)}
}

/** What the list holds before filters. */
function candidates(world: World, call: ReadCall): readonly Reference[] {
  const {name, path, type} = call.route
  if (name === 'apps') return [...world.store.apps.keys()].map((id) => ({type, id}))
  if (path !== `/v1/${type}`) return relatedAt(world, call)
  const now = world.settings.now()
  return [...world.store.entities.values()]
    .filter((each) => each.type === type && each.visibleFrom <= now)
    .map(({id}) => ({type, id}))
}

/** What is at the end of a relationship in a path: 404 for an unknown parent. */
function relatedAt(world: World, {route, id, query}: ReadCall): readonly Reference[] {
  const [, , parent = '', , relationship = ''] = route.path.split('/')
  const type = routes.find((each) => each.type === parent)?.type
  if (type === undefined) throw new Error(`${route.name} has no parent.`)
  kinds[type].attributes(world, id, {inList: false})
  if (relationship === 'appPricePoints') {
    // An app has tens of thousands: those of the other territories are not even made.
    const points = pricePoints(id, query.filters.get('territory'))
    return points.map((point) => ({type: 'appPricePoints', id: point.id}))
  }
  return relatedOf(world, {type, id}, relationship)
}

/** fastlane expects 404 for a missing review detail and price schedule; JSON:API has null, which the others answer. */
function partAt(world: World, call: ReadCall): Reference | null {
  const [found] = relatedAt(world, call)
  const {type} = call.route
  const isMissed = type === 'appStoreReviewDetails' || type === 'appPriceSchedules'
  if (found === undefined && isMissed) throw notFound(type, call.id)
  return found ?? null
}

function sorted(
  world: World,
  references: readonly Reference[],
  {sort}: Query,
): readonly Reference[] {
  if (sort === null) return references
  const name = sort.replace(/^-/u, '')
  const valueOf = ({type, id}: Reference) =>
    String(new Map(Object.entries(kinds[type].attributes(world, id, {inList: true}))).get(name))
  // [inferred] Versions of asset packs are texts; the unkind reading: `10` comes before `9`.
  const ascending = references.toSorted((a, b) => valueOf(a).localeCompare(valueOf(b), 'en'))
  return sort === name ? ascending : ascending.toReversed()
}

function passes(world: World, {type, id}: Reference, {filters}: Query): boolean {
  const actual = kinds[type].filterable(world, id)
  return [...filters].every(([name, values]) => {
    const value = actual[name] ?? ''
    // One report says that the bundle ID is matched by its beginning; the unkind reading is taken.
    return name === 'bundleId'
      ? values.some((wanted) => value.startsWith(wanted))
      : values.includes(value)
  })
}
