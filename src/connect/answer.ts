import type {Request} from 'got'

import {isList, isOne, isRelated, validateList, validateOne, validateRelated} from './document.ts'
import type {Document, Resource} from './document.ts'
import {readErrorReasons} from './error-answer.ts'
import {ApiError, unreadableAnswer} from './errors.ts'
import {parseJson} from './json.ts'
import {retryAfterSeconds} from './retry-after.ts'

/** A request to the API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: Query
  readonly body?: object
}

export type Query = Readonly<Record<string, string | number | readonly string[]>>

/** A complete answer of the API. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Uncompressed. Apple's largest answer, 200 sets with 50 assets each, has a quarter of this. */
const MAX_BYTES = 32 * 1024 * 1024

/**
 * Reads an answer as a stream, so that a small one that inflates to gigabytes is never kept in memory.
 *
 * @throws {ConnectionError} if it is too large.
 */
export async function readAnswer(call: Call, request: Request): Promise<Answer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request) {
    size += piece.length
    if (size > MAX_BYTES) {
      throw unreadableAnswer(requestOf(call), 'the answer is larger than 32 MiB', false)
    }
    pieces.push(piece)
  }
  const {statusCode = 0, headers = {}} = request.response ?? {}
  return {status: statusCode, headers, body: Buffer.concat(pieces)}
}

/** @throws {ConnectionError} unless the answer is the resource that the call is about. */
export function readOne(call: Call, answer: Answer): Resource<never> {
  const document = parseJson(answer.body)
  if (!isOne(document)) throw unexpectedAnswer(call, document, validateOne(document))
  const {type, id} = document.data
  const address = call.method === 'POST' ? `/v1/${type}` : `/v1/${type}/${id}`
  if (address !== decodeURIComponent(call.path)) {
    throw unreadableAnswer(requestOf(call), 'the answer is about a different resource')
  }
  return document.data
}

/** @throws {ConnectionError} unless the answer is a resource, or says that there is none. */
export function readRelated(call: Call, answer: Answer): Document<Resource<never> | null> {
  const document = parseJson(answer.body)
  if (!isRelated(document)) throw unexpectedAnswer(call, document, validateRelated(document))
  return document
}

/** @throws {ConnectionError} unless the answer is a list. */
export function readList(call: Call, answer: Answer): Document<readonly Resource<never>[]> {
  const document = parseJson(answer.body)
  if (!isList(document)) throw unexpectedAnswer(call, document, validateList(document))
  return document
}

/** @throws {ConnectionError} unless the answer confirms the call and has no content, as 204 does. */
export function readNothing(call: Call, {status, body}: Answer): void {
  // Apple's OpenAPI file has 204 for all of them. Nothing else answers a DELETE with 204. For an order any empty
  // answer will do, because the order is checked later.
  const isDone = call.method === 'DELETE' ? status === 204 : body.length === 0
  if (!isDone) throw unreadableAnswer(requestOf(call), NOT_FROM_APPLE)
}

/** Reads the reasons of a refused call. */
export function readRefusal(call: Call, {status, headers, body}: Answer): ApiError {
  return new ApiError(requestOf(call), status, {
    reasons: readErrorReasons(parseJson(body)),
    retryAfter: retryAfterSeconds(headers),
  })
}

/** A call in words, without the query, which is long and says little. */
export function requestOf({method, path}: Call): string {
  return `${method} ${path}`
}

const NOT_FROM_APPLE = 'the answer is truncated, or not from App Store Connect'

function unexpectedAnswer(call: Call, document: unknown, place: string | null) {
  const where = document === undefined || !place ? '' : `; it is invalid at \`${place.slice(1)}\``
  return unreadableAnswer(requestOf(call), `${NOT_FROM_APPLE}${where}`)
}
