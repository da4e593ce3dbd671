import {once} from 'node:events'

import got from 'got'
import type {OptionsInit, Request} from 'got'

/** Time to send the rest of a body that was already answered. */
const REST_OF_BODY_MILLISECONDS = 1000

/**
 * Sends one request. Redirects are not followed, and no status is an error.
 *
 * @param read - Reads the answer as a stream. What it leaves unread is dropped.
 * @throws {RequestError} from got. It contains URLs and headers, so the caller must not pass it on.
 */
export async function exchange<T>(
  address: string,
  options: OptionsInit,
  signal: AbortSignal,
  read: (request: Request) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  // A separate signal, because got would keep listening to the run's signal long after the request is over.
  const requestAbort = new AbortController()
  const abort = () => requestAbort.abort()
  signal.addEventListener('abort', abort, {once: true})
  const request = got.stream(address, {
    ...options,
    signal: requestAbort.signal,
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

/** A host may answer before it has read everything, and then stop reading. */
async function endBody(request: Request): Promise<void> {
  if (request.destroyed || request.writableFinished) return
  const timeout = AbortSignal.timeout(REST_OF_BODY_MILLISECONDS)
  await once(request, 'finish', {signal: timeout}).catch(() => request.destroy())
}
