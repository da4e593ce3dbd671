import {kinds} from '../store/kinds.ts'
import {appleHost, included, present, relatedOf} from './presentation.ts'
import type {Reference} from './presentation.ts'
import {cursorAt} from './query.ts'
import type {Query} from './query.ts'
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

/** Answers a GET of one resource. */
export function readOne(world: World, {route, id, path, query}: ReadCall): object {
  const reference = {type: route.type, id}
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
  const all = candidates(world, call).filter((reference) => passes(world, reference, query))
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

/** What the list holds before filters: 404 for an unknown parent. */
function candidates(world: World, {route, id}: ReadCall): readonly Reference[] {
  if (route.name === 'apps')
    return [...world.store.apps.keys()].map((each) => ({type: 'apps', id: each}))
  const [, , parent = '', , relationship = ''] = route.path.split('/')
  const type = routes.find((each) => each.type === parent)?.type
  if (type === undefined) throw new Error(`${route.name} is not a list.`)
  kinds[type].attributes(world, id, {inList: false})
  return relatedOf(world, {type, id}, relationship)
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
