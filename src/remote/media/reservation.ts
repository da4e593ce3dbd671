import type {UploadOperation} from '@rage-against-the-pixel/app-store-connect-api'

import type {Live} from '../../connect/document.ts'
import type {Part} from '../../connect/upload-part.ts'
import {isSafeAddress} from '../../model/safe-address.ts'

/** A reservation whose operations cannot be carried out as they are. */
export class ReservationError extends Error {
  override readonly name = 'ReservationError'
  readonly code = 'UNUSABLE_RESERVATION'
}

/** An adopted reservation has to live long enough for its parts to be sent. */
const LIFE_LEFT_SECONDS = 10 * 60

/**
 * Reads the upload operations of a reservation.
 *
 * @param size - Of the file, in bytes; the operations have to cover it without a gap.
 * @throws {ReservationError} if they do not, or if they would send the file over an open network.
 */
export function readParts(
  operations: readonly Live<UploadOperation>[] | null | undefined,
  size: number,
): readonly Part[] {
  const parts = (operations ?? []).map(readPart).toSorted((one, other) => one.offset - other.offset)
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
  size: number,
): boolean {
  try {
    return readParts(operations, size).every(({url}) => lifeLeft(url) > LIFE_LEFT_SECONDS)
  } catch (error) {
    if (error instanceof ReservationError) return false
    throw error
  }
}

function readPart(operation: Live<UploadOperation>): Part {
  const {method, url, offset, length, requestHeaders} = operation
  const isComplete =
    (method === 'PUT' || method === 'POST' || method === 'PATCH') &&
    typeof url === 'string' &&
    typeof offset === 'number' &&
    typeof length === 'number' &&
    length > 0
  if (!isComplete) {
    throw new ReservationError("App Store Connect's upload instructions cannot be followed.")
  }
  if (!isSafeAddress(url)) {
    throw new ReservationError(
      "App Store Connect's upload instructions lead to an address that is not https, so nothing was sent there.",
    )
  }
  const headers = (requestHeaders ?? []).map(({name, value}) => [name ?? '', value ?? ''] as const)
  return {method, url, offset, length, headers: Object.fromEntries(headers)}
}

/** In seconds; endless where the address names no end (Apple, "Uploading Assets": the `Expires` parameter). */
function lifeLeft(url: string): number {
  const expires = new URL(url).searchParams.get('Expires')
  return expires === null ? Number.POSITIVE_INFINITY : Number(expires) - Date.now() / 1000
}
