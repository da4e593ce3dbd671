import type {Client} from './client.ts'
import type {Resource} from './document.ts'
import {ApiError} from './errors.ts'
import {lookAgain} from './look-again.ts'

export interface CreateOptions<Attributes> {
  /** Of the request. */
  readonly body: object
  /** Looks for what the request makes. */
  readonly find: () => Promise<Resource<Attributes> | null>
  readonly signal: AbortSignal
}

/**
 * Sends a POST for what can exist once, or finds it: an earlier answer may have been lost, or another job may have been
 * first, and lists may show that late.
 *
 * @throws {ApiError} if Apple refuses it although there is none.
 */
export async function createOrFind<Attributes>(
  client: Client,
  path: string,
  {body, find, signal}: CreateOptions<Attributes>,
): Promise<Resource<Attributes>> {
  try {
    return await client.post(path, body, find)
  } catch (error) {
    const isConflict = error instanceof ApiError && error.status === 409
    const there = isConflict ? await lookAgain(find, signal) : null
    if (there === null) throw error
    return there
  }
}
