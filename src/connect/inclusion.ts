import {isRecord, isText} from '../core/json-values.ts'
import type {Linkage, Relationship, Resource} from './document.ts'

/** The included resources of an answer, by {@link reference}. */
export type Included = ReadonlyMap<string, Resource>

export function indexIncluded(included: readonly Resource[]): Included {
  return new Map(included.map((each) => [reference(each), each]))
}

/**
 * The resources of an included to-many relationship, in the order of the store.
 *
 * @returns null if the answer does not have all of them: it says that there are more (`meta.paging.total`,
 *   `links.next`), or omits the relationship or one of its resources. Then the list needs its own request.
 */
export function allIncluded(
  resource: Resource,
  relationship: string,
  included: Included,
): readonly Resource[] | null {
  const {data, meta, links} = resource.relationships?.[relationship] ?? {}
  if (!isList(data)) return null
  const found = data.flatMap((linkage) => included.get(reference(linkage)) ?? [])
  const isWhole = found.length === data.length && data.length >= (meta?.paging?.total ?? 0)
  return isWhole && !links?.next ? found : null
}

/**
 * The resource of an included to-one relationship.
 *
 * @returns null if there is none, and undefined if the answer does not have it. Then it needs its own request.
 */
export function oneIncluded(
  resource: Resource,
  relationship: string,
  included: Included,
): Resource | null | undefined {
  const {data} = resource.relationships?.[relationship] ?? {}
  if (data === null) return null
  return data === undefined || isList(data) ? undefined : included.get(reference(data))
}

/** An attribute of a resource of any kind. @returns null if it is missing. */
export function attributeOf({attributes}: Resource, name: string): unknown {
  return isRecord(attributes) ? (attributes[name] ?? null) : null
}

/** A text of a resource of any kind. @returns null if it is missing. */
export function textAttribute(resource: Resource, name: string): string | null {
  const value = attributeOf(resource, name)
  return isText(value) ? value : null
}

function reference({type, id}: Linkage): string {
  return `${type}/${id}`
}

function isList(data: Relationship['data']): data is readonly Linkage[] {
  return Array.isArray(data)
}
