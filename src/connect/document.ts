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

/** Whether a parsed answer has the shape of a document at all. */
export function isDocument(answer: unknown): answer is Document<never> {
  return typeof answer === 'object' && answer !== null && 'data' in answer && answer.data !== null
}
