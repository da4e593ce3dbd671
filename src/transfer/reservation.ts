import {validateHeaderName, validateHeaderValue} from 'node:http'

import type {
  DeliveryFileUploadOperation,
  UploadOperation,
} from '@rage-against-the-pixel/app-store-connect-api'

import type {Live} from '../connect/document.ts'
import {RUN_AGAIN} from '../connect/errors.ts'
import {ExpectedError} from '../core/expected-error.ts'
import {isHttps, isLocalAddress} from '../core/safe-address.ts'
import type {UploadPart} from './upload-part.ts'

/** A reservation whose upload operations cannot be used. */
export class ReservationError extends ExpectedError {
  override readonly name = 'ReservationError'
  readonly code = 'UNUSABLE_RESERVATION'

  constructor(message: string) {
    super(message, {remedy: RUN_AGAIN})
  }
}

/** An adopted reservation must stay valid long enough to send its parts. */
const MIN_SECONDS_LEFT = 10 * 60

/** Headers that belong to the connection or to the way a body is sent (RFC 9110, 7.6.1). Only we set them. */
const CONNECTION_HEADERS = new Set([
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

/** An upload operation of any kind of resource. Those of background assets say more. */
export type Operation = UploadOperation & Pick<DeliveryFileUploadOperation, 'expiration'>

export interface PartsOptions {
  /** Of the file, in bytes. The operations have to cover it without gaps. */
  readonly size: number
  /** Whether parts may go to this machine over plain http. Only if the API is on it too. */
  readonly allowLocal: boolean
}

/**
 * Reads the upload operations of a reservation.
 *
 * @throws {ReservationError} if they do not cover the file, or would send it without encryption.
 */
export function readParts(
  operations: readonly Live<Operation>[] | null | undefined,
  {size, allowLocal}: PartsOptions,
): readonly UploadPart[] {
  const parts = (operations ?? [])
    .map((operation) => readPart(operation, allowLocal))
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

/** Whether an open reservation can still be filled. Each operation or its URL says when it expires. */
export function isUsable(
  operations: readonly Live<Operation>[] | null | undefined,
  options: PartsOptions,
): boolean {
  try {
    readParts(operations, options)
    return (operations ?? []).every((operation) => secondsLeft(operation) > MIN_SECONDS_LEFT)
  } catch (error) {
    if (error instanceof ReservationError) return false
    throw error
  }
}

function readPart(operation: Live<Operation>, allowLocal: boolean): UploadPart {
  const {method, url, offset, length, requestHeaders} = operation
  const isComplete =
    (method === 'PUT' || method === 'POST' || method === 'PATCH') &&
    typeof url === 'string' &&
    isByteCount(offset) &&
    isByteCount(length) &&
    length > 0
  if (!isComplete) {
    throw new ReservationError("App Store Connect's upload instructions are incomplete.")
  }
  if (!isHttps(url) && !(allowLocal && isLocalAddress(url))) {
    throw new ReservationError(
      "App Store Connect's upload instructions point to an address that is not https, so nothing was sent there.",
    )
  }
  return {method, url, offset, length, headers: readHeaders(requestHeaders ?? [])}
}

function readHeaders(
  headers: readonly Live<{name?: string; value?: string}>[],
): Readonly<Record<string, string>> {
  const sent = headers.flatMap(({name, value}) =>
    name === null || name === undefined || CONNECTION_HEADERS.has(name.toLowerCase())
      ? []
      : [[name, value ?? ''] as const],
  )
  try {
    for (const [name, value] of sent) {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    }
  } catch {
    // No cause: it would quote the value.
    throw new ReservationError("App Store Connect's upload instructions contain an invalid header.")
  }
  return Object.fromEntries(sent)
}

function isByteCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/**
 * Infinite if nothing says when it expires (Apple, "Uploading Assets": the `Expires` parameter of the URL; API 4.4.1: the
 * `expiration` of an operation).
 */
function secondsLeft({url, expiration}: Live<Operation>): number {
  const expires = new URL(url ?? '').searchParams.get('Expires')
  const ends = [
    expires === null ? Number.POSITIVE_INFINITY : Number(expires),
    expiration ? Date.parse(expiration) / 1000 : Number.POSITIVE_INFINITY,
  ]
  return Math.min(...ends) - Date.now() / 1000
}
