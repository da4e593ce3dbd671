import {badParameter} from './refusal.ts'
import {relatedType, resources} from './resource-table.ts'
import type {Route} from './routes.ts'

/** The query of a request, understood and checked. */
export interface Query {
  readonly filters: ReadonlyMap<string, readonly string[]>
  readonly include: readonly string[]
  /** By resource type; a type that is missing shows all its members. */
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly limit: number
  /** By relationship. */
  readonly relatedLimits: ReadonlyMap<string, number>
  /** Where the page starts. */
  readonly offset: number
  /** An attribute, with a minus in front for descending order; null for the order in which records were made. */
  readonly sort: string | null
}

/** Not in Apple's specification; 20 to 50 are seen, the smallest finds clients that never say it. */
const defaultLimit = 20
/** Well known, not written down by Apple. */
export const defaultRelatedLimit = 10
const largestLimit = 200
const largestRelatedLimit = 50

/**
 * Reads the query of a route. Throws 400 PARAMETER_ERROR.ILLEGAL for what the route does not take and
 * PARAMETER_ERROR.INVALID for values out of range.
 */
export function parseQuery(route: Route, search: URLSearchParams): Query {
  const filters = new Map<string, readonly string[]>()
  const fields = new Map<string, readonly string[]>()
  const relatedLimits = new Map<string, number>()
  const scalars = {
    include: [] as readonly string[],
    limit: defaultLimit,
    offset: 0,
    sort: null as string | null,
  }
  const names = [...search.keys()]
  const types = [route.type, ...(route.include ?? []).map((name) => relatedType(route.type, name))]

  for (const [name, value] of search) {
    // Apple's arrays are comma separated (style form, explode false); a name comes once.
    if (names.filter((each) => each === name).length > 1) {
      throw badParameter(name, `The parameter '${name}' is given more than once`)
    }
    const [, kind, key = ''] = /^(filter|fields|limit)\[([^\]]+)\]$/u.exec(name) ?? []
    const values = value.split(',')
    if (kind === 'filter' && route.filters !== undefined && key in route.filters) {
      filters.set(key, accepted(name, values, route.filters[key] ?? null))
    } else if (kind === 'fields' && types.some((type) => type === key)) {
      fields.set(key, accepted(name, values, membersOf(key)))
    } else if (kind === 'limit' && isToMany(route, key)) {
      relatedLimits.set(key, whole(name, value, largestRelatedLimit))
    } else if (name === 'include' && route.include !== undefined) {
      scalars.include = accepted(name, values, route.include)
    } else if (name === 'sort' && route.sort !== undefined) {
      const legal = route.sort.flatMap((each) => [each, `-${each}`])
      scalars.sort = accepted(name, [value], legal)[0] ?? null
    } else if (name === 'limit' && route.list) {
      scalars.limit = whole(name, value, largestLimit)
    } else if (name === 'cursor' && route.list) {
      scalars.offset = offsetOf(value)
    } else {
      throw badParameter(
        name,
        `The parameter '${name}' can not be used with this request`,
        'ILLEGAL',
      )
    }
  }
  const missing = route.required?.find((name) => !filters.has(name))
  if (missing !== undefined) {
    const name = `filter[${missing}]`
    throw badParameter(name, `The parameter '${name}' is required`, 'REQUIRED')
  }
  return {filters, fields, relatedLimits, ...scalars}
}

/** An opaque word for the place where the next page starts. */
export function cursorAt(offset: number): string {
  return Buffer.from(`page:${offset}`).toString('base64url')
}

function offsetOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString()
  const digits = /^page:(?<offset>\d+)$/u.exec(text)?.groups?.['offset']
  if (digits === undefined) throw badParameter('cursor', `'${cursor}' is not a valid cursor`)
  return Number(digits)
}

function membersOf(type: string): readonly string[] {
  const resource = Object.entries(resources).find(([name]) => name === type)?.[1]
  return resource === undefined
    ? []
    : [...resource.attributes, ...Object.keys(resource.relationships)]
}

function isToMany(route: Route, name: string): boolean {
  return (
    (route.include ?? []).includes(name) && resources[route.type].relationships[name]?.many === true
  )
}

function accepted(
  name: string,
  values: readonly string[],
  legal: readonly string[] | null,
): readonly string[] {
  const wrong = legal === null ? undefined : values.find((value) => !legal.includes(value))
  if (wrong !== undefined) throw badParameter(name, `'${wrong}' is not a valid value`)
  return values
}

function whole(name: string, value: string, largest: number): number {
  const number = Number(value)
  if (!/^\d+$/u.test(value) || number < 1 || number > largest) {
    throw badParameter(name, `The value must be between 1 and ${largest}`)
  }
  return number
}
