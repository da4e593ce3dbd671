import {ATTRIBUTES} from './attributes.ts'
import {count, listOf, mapOf, objectWith, oneOrMany, optional, text} from './form.ts'
import type {Form} from './form.ts'

/**
 * The parts of a JSON:API document that are read. Live answers hold null where Apple's specification promises a
 * value, and leave out what it calls required, so nothing but `data`, `type` and `id` is relied on.
 */
export interface Document<Data> {
  readonly data: Data
  readonly included?: readonly Resource[] | null
  readonly links?: {readonly next?: string | null} | null
}

export interface Resource<Attributes = unknown> {
  readonly type: string
  readonly id: string
  readonly attributes?: Live<Attributes> | null
  readonly relationships?: Readonly<Record<string, Relationship | null>> | null
}

export interface Relationship {
  /** In the order of the store. Only there when the relationship was included. */
  readonly data?: readonly Linkage[] | Linkage | null
  readonly meta?: {readonly paging?: {readonly total?: number | null} | null} | null
  readonly links?: {readonly next?: string | null} | null
}

export interface Linkage {
  readonly type: string
  readonly id: string
}

/** The attributes of one of Apple's resources, as they come in live answers: each may be missing or null. */
export type Live<T> = T extends readonly (infer Item)[]
  ? readonly Live<Item>[]
  : T extends object
    ? {readonly [Name in keyof T]?: Live<T[Name]> | null}
    : T

/** The attributes that Apple's specification gives a resource. */
export type AttributesOf<T extends {attributes?: unknown}> = NonNullable<T['attributes']>

/** Ids are opaque, but they become a part of addresses: what would lead elsewhere is none. */
const id: Form = (value) =>
  typeof value === 'string' && /^[^\s/?#%\\]+$/.test(value) && !/^\.+$/.test(value) ? null : ''

const paging = objectWith({paging: optional(objectWith({total: optional(count)}))})
const links = objectWith({next: optional(text)})
const linkage = objectWith({type: text, id})
const relationship = objectWith({
  data: optional(oneOrMany(linkage)),
  meta: optional(paging),
  links: optional(links),
})
const resource = objectWith({
  type: text,
  id,
  attributes: optional(ATTRIBUTES),
  relationships: optional(mapOf(optional(relationship))),
})
const rest = {
  included: optional(listOf(resource)),
  links: optional(links),
  meta: optional(paging),
}

/** What the answer to a request for one resource has to look like. */
export const ONE = objectWith({data: resource, ...rest})
/** What the answer to a request for a list has to look like. */
export const LIST = objectWith({data: listOf(resource), ...rest})

/** Whether an answer has the form of {@link ONE}; which attributes it has is up to what was asked. */
export function isOne(answer: unknown): answer is Document<Resource<never>> {
  return ONE(answer) === null
}

/** Whether an answer has the form of {@link LIST}; which attributes it has is up to what was asked. */
export function isList(answer: unknown): answer is Document<readonly Resource<never>[]> {
  return LIST(answer) === null
}
