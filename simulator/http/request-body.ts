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

/** Ids of the linkage that a relationship request lists. */
export function listedIds(body: unknown): readonly string[] {
  const data = member(body, 'data')
  return Array.isArray(data) ? data.map((each) => String(member(each, 'id'))) : []
}

/** The id that the body says it is about. */
export function ownId(body: unknown): unknown {
  return member(member(body, 'data'), 'id')
}
