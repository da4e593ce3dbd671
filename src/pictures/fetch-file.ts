import {open} from 'node:fs/promises'

import {RequestError} from 'got'

import {createAgents} from '../connect/agents.ts'
import {ConnectionError, RUN_AGAIN} from '../connect/errors.ts'
import {exchange} from '../connect/exchange.ts'
import {createRetry, isTransientFault} from '../connect/retry.ts'
import {ExpectedError} from '../core/expected-error.ts'
import {isSafeAddress} from '../core/safe-address.ts'
import {systemErrorText} from '../core/system-error.ts'

/** A host of Apple's does not have a file that App Store Connect names. */
class FetchError extends ExpectedError {
  override readonly name = 'FetchError'
  readonly code: string
  readonly isTransient: boolean

  constructor(code: string, what: string, isTransient = false) {
    super(what, {remedy: RUN_AGAIN})
    this.code = code
    this.isTransient = isTransient
  }
}

export interface FetchOptions {
  /** In words, for errors: `01.png of APP_IPHONE_67 in en-US`. */
  readonly name: string
  /** In bytes. */
  readonly maximumSize: number
  readonly signal: AbortSignal
}

/** Fetches a URL into a new file. */
export type FetchFile = (address: string, file: string, options: FetchOptions) => Promise<void>

const TIMEOUT = {response: 60_000, socket: 60_000}

/**
 * Returns a function that fetches files, all over the same few connections, each streamed to the disk. The hosts are not
 * the API: they never see its token.
 *
 * @throws {FetchError} if a host does not have a file, or it is larger than it may be.
 * @throws {ConnectionError} if the connection fails for half a minute.
 */
export function createFetchFile(): FetchFile {
  const agent = createAgents()
  return async (address, file, {name, maximumSize, signal}) => {
    if (!isSafeAddress(address)) {
      throw new FetchError('UNSAFE_ADDRESS', `App Store Connect names no safe address of ${name}.`)
    }
    const retry = createRetry({held: () => ({[Symbol.dispose]: () => {}}), signal})
    await retry(
      () =>
        exchange(address, {agent, timeout: TIMEOUT}, signal, async (request) => {
          await using handle = await open(file, 'w')
          let size = 0
          for await (const piece of request) {
            size += piece.length
            if (size > maximumSize) throw tooLarge(name, maximumSize)
            await handle.write(piece)
          }
          const status = request.response?.statusCode ?? 0
          if (status !== 200) throw refused(name, status)
        }).catch((error: unknown) => {
          signal.throwIfAborted()
          throw inWords(error, name)
        }),
      (error) => isTransientFault(error) || (error instanceof FetchError && error.isTransient),
    )
  }
}

function refused(name: string, status: number): FetchError {
  const isTransient = status >= 500 || status === 429 || status === 0
  return new FetchError(
    `HTTP_${status}`,
    `Apple's host answered ${status} to ${name}.`,
    isTransient,
  )
}

function tooLarge(name: string, maximumSize: number): FetchError {
  return new FetchError('TOO_LARGE', `${name} is larger than ${maximumSize} bytes.`)
}

/** An error of got has the whole address in it; one of the system has its reason. */
function inWords(error: unknown, name: string): unknown {
  if (error instanceof RequestError) {
    return new ConnectionError(`Fetching ${name}`, error.code, {mayHaveArrived: false})
  }
  const code = systemErrorText(error, 'syscall') === '' ? '' : systemErrorText(error, 'code')
  return code === '' ? error : new FetchError(code, `The file ${name} cannot be written (${code}).`)
}
