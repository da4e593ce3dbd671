import {member} from './route-class.ts'

/** Readers of a body that Apple's schema has already accepted. */

export function attribute(body: unknown, name: string): unknown {
  return member(member(member(body, 'data'), 'attributes'), name)
}

/** A text attribute; null when it is null or missing. */
export function text(body: unknown, name: string): string | null {
  const value = attribute(body, name)
  return typeof value === 'string' ? value : null
}

/** The id at the other end of a to-one relationship; null when it is missing. */
export function relatedId(body: unknown, relationship: string): string | null {
  const relationships = member(member(body, 'data'), 'relationships')
  const id = member(member(member(relationships, relationship), 'data'), 'id')
  return typeof id === 'string' ? id : null
}

/** All attributes. */
export function attributesIn(body: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entriesOf(member(member(body, 'data'), 'attributes')))
}

/** The ids at the other ends of all to-one relationships. */
export function linksIn(body: unknown): Readonly<Record<string, string>> {
  return linksOf(member(body, 'data'))
}

/** The to-one relationships that a body takes away. */
export function takenLinksIn(body: unknown): readonly string[] {
  return entriesOf(member(member(body, 'data'), 'relationships')).flatMap(([name, value]) =>
    member(value, 'data') === null ? [name] : [],
  )
}

function linksOf(resource: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entriesOf(member(resource, 'relationships')).flatMap(([name, value]) => {
      const id = member(member(value, 'data'), 'id')
      return typeof id === 'string' ? [[name, id]] : []
    }),
  )
}

/** A resource that a body brings along. */
interface Inline {
  readonly id: string
  readonly attributes: Readonly<Record<string, unknown>>
  /** Ids at the other ends of its relationships to one. */
  readonly related: Readonly<Record<string, string>>
}

/** The resources that a to-many relationship names and the body brings along. */
export function includedIn(body: unknown, relationship: string): readonly Inline[] | null {
  const relationships = member(member(body, 'data'), 'relationships')
  const named = member(member(relationships, relationship), 'data')
  if (!Array.isArray(named)) return null
  const included = member(body, 'included')
  const all: readonly unknown[] = Array.isArray(included) ? included : []
  return named.flatMap((each) => {
    const id = String(member(each, 'id'))
    const found = all.find((other) => member(other, 'id') === id)
    const attributes = Object.fromEntries(entriesOf(member(found, 'attributes')))
    return found === undefined ? [] : [{id, attributes, related: linksOf(found)}]
  })
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** Ids of the linkage that a relationship request lists. */
export function listedIds(body: unknown): readonly string[] {
  const data = member(body, 'data')
  return Array.isArray(data) ? data.map((each) => String(member(each, 'id'))) : []
}

/** The id that the body says it is about. */
export function ownId(body: unknown): unknown {
  return member(member(body, 'data'), 'id')
}
