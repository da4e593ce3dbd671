import {once} from 'node:events'

import got from 'got'
import type {OptionsInit, Request} from 'got'

/** For the rest of a body whose answer is there already; then it is of no use to anybody. */
const REST_OF_BODY_MILLISECONDS = 1000

/**
 * Sends one request, whatever it is answered: redirects are not followed, and no status is an error.
 *
 * @param read - Reads the answer as it comes; what it leaves unread is dropped.
 * @throws {RequestError} as it comes from got, which holds addresses and headers: it must go no further.
 */
export async function exchange<T>(
  address: string,
  options: OptionsInit,
  signal: AbortSignal,
  read: (request: Request) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  // A signal of its own: got would listen to the one of the run long after the request is over.
  const own = new AbortController()
  const abort = () => own.abort()
  signal.addEventListener('abort', abort, {once: true})
  const request = got.stream(address, {
    ...options,
    signal: own.signal,
    retry: {limit: 0},
    followRedirect: false,
    throwHttpErrors: false,
  })
  request.on('error', () => 'thrown where the answer is read')
  // Without a body, got would wait for one to be written.
  if (options.method === 'DELETE') request.end()
  try {
    return await read(request)
  } finally {
    signal.removeEventListener('abort', abort)
    await endBody(request)
  }
}

/** A host may answer before it has read everything, and then read no more. */
async function endBody(request: Request): Promise<void> {
  if (request.destroyed || request.writableFinished) return
  const patience = AbortSignal.timeout(REST_OF_BODY_MILLISECONDS)
  await once(request, 'finish', {signal: patience}).catch(() => request.destroy())
}
