import {validateHeaderName, validateHeaderValue} from 'node:http'

import type {UploadOperation} from '@rage-against-the-pixel/app-store-connect-api'

import type {Live} from '../connect/document.ts'
import type {Part} from './upload-part.ts'
import {isHttps, isLocalAddress} from '../core/safe-address.ts'

/** A reservation whose operations cannot be carried out as they are. */
export class ReservationError extends Error {
  override readonly name = 'ReservationError'
  readonly code = 'UNUSABLE_RESERVATION'
}

/** An adopted reservation has to live long enough for its parts to be sent. */
const LIFE_LEFT_SECONDS = 10 * 60

/** Headers that belong to the connection or to the way a body is sent (RFC 9110, 7.6.1), which are ours to set. */
const OWN_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export interface PartsOptions {
  /** Of the file, in bytes; the operations have to cover it without a gap. */
  readonly size: number
  /** Whether parts may go to this machine itself over plain http: only where the API is there too. */
  readonly mayStayLocal: boolean
}

/**
 * Reads the upload operations of a reservation.
 *
 * @throws {ReservationError} if they do not cover the file, or if they would send it over an open network.
 */
export function readParts(
  operations: readonly Live<UploadOperation>[] | null | undefined,
  {size, mayStayLocal}: PartsOptions,
): readonly Part[] {
  const parts = (operations ?? [])
    .map((operation) => readPart(operation, mayStayLocal))
    .toSorted((one, other) => one.offset - other.offset)
  let covered = 0
  for (const part of parts) {
    if (part.offset !== covered) break
    covered += part.length
  }
  if (parts.length === 0 || covered !== size) {
    throw new ReservationError(
      `App Store Connect's upload instructions cover ${covered} of ${size} bytes.`,
    )
  }
  return parts
}

/** Whether an open reservation can still be filled. The address of each part tells when it ends. */
export function isUsable(
  operations: readonly Live<UploadOperation>[] | null | undefined,
  options: PartsOptions,
): boolean {
  try {
    return readParts(operations, options).every(({url}) => lifeLeft(url) > LIFE_LEFT_SECONDS)
  } catch (error) {
    if (error instanceof ReservationError) return false
    throw error
  }
}

function readPart(operation: Live<UploadOperation>, mayStayLocal: boolean): Part {
  const {method, url, offset, length, requestHeaders} = operation
  const isComplete =
    (method === 'PUT' || method === 'POST' || method === 'PATCH') &&
    typeof url === 'string' &&
    isByteCount(offset) &&
    isByteCount(length) &&
    length > 0
  if (!isComplete) {
    throw new ReservationError("App Store Connect's upload instructions cannot be followed.")
  }
  if (!isHttps(url) && !(mayStayLocal && isLocalAddress(url))) {
    throw new ReservationError(
      "App Store Connect's upload instructions lead to an address that is not https, so nothing was sent there.",
    )
  }
  return {method, url, offset, length, headers: readHeaders(requestHeaders ?? [])}
}

function readHeaders(
  headers: readonly Live<{name?: string; value?: string}>[],
): Readonly<Record<string, string>> {
  const sent = headers.flatMap(({name, value}) =>
    name === null || name === undefined || OWN_HEADERS.has(name.toLowerCase())
      ? []
      : [[name, value ?? ''] as const],
  )
  try {
    for (const [name, value] of sent) {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    }
  } catch {
    // The cause would quote the value.
    throw new ReservationError("App Store Connect's upload instructions have an impossible header.")
  }
  return Object.fromEntries(sent)
}

function isByteCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** In seconds; endless where the address names no end (Apple, "Uploading Assets": the `Expires` parameter). */
function lifeLeft(url: string): number {
  const expires = new URL(url).searchParams.get('Expires')
  return expires === null ? Number.POSITIVE_INFINITY : Number(expires) - Date.now() / 1000
}
