import {isRecord} from '../core/json-values.ts'
import {validateAttributes} from './attributes.ts'
import {wholeNumber, listOf, mapOf, objectWith, oneOrMany, optional, text} from './validators.ts'
import type {Validator} from './validators.ts'

/**
 * The parts of a JSON:API document that we read. Live answers have null where Apple's specification promises a value,
 * and omit what it calls required, so we rely on `data`, `type` and `id` only.
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
  /** In the order of the store. Only present if the relationship was included. */
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

/** Ids are opaque, but they become a part of URLs: reject what would lead elsewhere. */
const id: Validator = (value) =>
  typeof value === 'string' && /^[^\s/?#%\\]+$/.test(value) && !/^\.+$/.test(value) ? null : ''

const paging = objectWith({paging: optional(objectWith({total: optional(wholeNumber)}))})
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
  attributes: optional(validateAttributes),
  relationships: optional(mapOf(optional(relationship))),
})
const rest = {
  included: optional(listOf(resource)),
  links: optional(links),
  meta: optional(paging),
}

/** Validates the answer to a request for one resource. */
export const validateOne = objectWith({data: resource, ...rest})
/** Validates the answer to a request for what is at the other end of a relationship to one. */
export const validateRelated = objectWith({data: optional(resource), ...rest})
/** Validates the answer to a request for a list. */
export const validateList = objectWith({data: listOf(resource), ...rest})

/** Whether an answer passes {@link validateOne}. Which attributes it has depends on the request. */
export function isOne(answer: unknown): answer is Document<Resource<never>> {
  return validateOne(answer) === null
}

/** Whether an answer passes {@link validateRelated}. Which attributes it has depends on the request. */
export function isRelated(answer: unknown): answer is Document<Resource<never> | null> {
  return validateRelated(answer) === null && isRecord(answer) && 'data' in answer
}

/** Whether an answer passes {@link validateList}. Which attributes it has depends on the request. */
export function isList(answer: unknown): answer is Document<readonly Resource<never>[]> {
  return validateList(answer) === null
}
