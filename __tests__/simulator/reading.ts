import {familyOf} from './families.ts'
import {appleHost, included, present, relatedOf} from './presentation.ts'
import type {Reference} from './presentation.ts'
import {cursorAt} from './query.ts'
import type {Query} from './query.ts'
import type {Route} from './routes.ts'
import {appOf, assetOf, localizationOf, setOf, versionOf} from './store.ts'
import type {World} from './world.ts'

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

function candidates(world: World, {route, id}: ReadCall): readonly Reference[] {
  const {store} = world
  switch (route.name) {
    case 'apps':
      return [...store.apps.keys()].map((each) => ({type: 'apps', id: each}))
    case 'versions':
      return relatedOf(world, {type: 'apps', id: appOf(store, id).id}, 'appStoreVersions')
    case 'localizations': {
      const version = versionOf(store, id)
      return relatedOf(
        world,
        {type: 'appStoreVersions', id: version.id},
        'appStoreVersionLocalizations',
      )
    }
    case 'set-list': {
      const localization = localizationOf(store, id)
      return relatedOf(
        world,
        {type: 'appStoreVersionLocalizations', id: localization.id},
        route.type,
      )
    }
    case 'asset-list': {
      const {sets, medium} = familyOf(route.type)
      return relatedOf(world, {type: sets, id: setOf(store, id, medium).id}, route.type)
    }
    default:
      throw new Error(`${route.name} is not a list.`)
  }
}

function passes(world: World, {type, id}: Reference, {filters}: Query): boolean {
  return [...filters].every(([name, values]) => {
    const value = filteredValue(world, {type, id}, name)
    // One report says that the bundle ID is matched by its beginning; the unkind reading is taken.
    return name === 'bundleId'
      ? values.some((wanted) => value.startsWith(wanted))
      : values.includes(value)
  })
}

function filteredValue(world: World, {type, id}: Reference, name: string): string {
  const {store} = world
  if (name === 'id') return id
  switch (type) {
    case 'apps': {
      const {bundleId, name: title, sku} = appOf(store, id)
      return name === 'bundleId' ? bundleId : name === 'sku' ? sku : title
    }
    case 'appStoreVersions': {
      const {platform, versionString, state} = versionOf(store, id)
      return name === 'platform' ? platform : name === 'versionString' ? versionString : state
    }
    case 'appStoreVersionLocalizations':
      return localizationOf(store, id).locale
    case 'appScreenshotSets':
    case 'appPreviewSets':
      return setOf(store, id, familyOf(type).medium).type
    case 'appScreenshots':
    case 'appPreviews':
      return assetOf(store, id, familyOf(type).medium).fileName
  }
}
