import {constants, open} from 'node:fs/promises'
import type {FileHandle} from 'node:fs/promises'

import {RequestError} from 'got'
import type {Request} from 'got'
import pLimit from 'p-limit'

import {createAgents} from '../connect/agents.ts'
import {
  ConnectionError,
  ReservationExpiredError,
  RUN_AGAIN,
  UploadRefusedError,
} from '../connect/errors.ts'
import {exchange} from '../connect/exchange.ts'
import {retryAfterSeconds} from '../connect/retry-after.ts'
import {createRetry, isTransientFault} from '../connect/retry.ts'
import {ExpectedError} from '../core/expected-error.ts'
import type {Progress} from '../core/progress.ts'
import {systemErrorText} from '../core/system-error.ts'

/** One request that Apple asks for: a byte range of the file, to be sent exactly as described. */
export interface UploadPart {
  readonly method: 'PUT' | 'POST' | 'PATCH'
  /** Signed. Whoever has it may upload, so it never reaches a log or an error. */
  readonly url: string
  /** In bytes. */
  readonly offset: number
  /** In bytes. */
  readonly length: number
  readonly headers: Readonly<Record<string, string>>
}

/** The file has changed since it was first read. */
export class FileChangedError extends ExpectedError {
  override readonly name = 'FileChangedError'
  readonly code = 'FILE_CHANGED'

  constructor({cause}: {readonly cause?: unknown} = {}) {
    super('The file changed during the run.', {
      remedy: 'Wait until nothing writes to the file any more, then run the job again.',
      cause,
    })
  }
}

/** A file that was opened cannot be read any further. */
export class FileReadError extends ExpectedError {
  override readonly name = 'FileReadError'
  readonly code = 'FILE_UNREADABLE'

  constructor(cause: unknown) {
    super(`The file cannot be read (${systemErrorText(cause, 'code') || 'unknown reason'}).`, {
      remedy: RUN_AGAIN,
      cause,
    })
  }
}

export interface UploaderOptions {
  /** Parts in flight at any moment. */
  readonly concurrency: number
  readonly signal: AbortSignal
  readonly progress: Pick<Progress, 'held' | 'sent'>
}

export type Uploader = (file: string, part: UploadPart) => Promise<void>

const READ_BYTES = 128 * 1024
const IDLE_MILLISECONDS = 60_000
/** From the last byte sent to the first byte of the answer. Sending itself may take longer. */
const ANSWER_MILLISECONDS = 60_000
/** The answer of an upload host is short. A longer one is not worth keeping the connection for. */
const MAX_ANSWER_BYTES = 64 * 1024
const REST_OF_ANSWER_MILLISECONDS = 5000

/**
 * Returns a function that sends parts, all over the same few connections, each streamed from the file.
 *
 * Upload hosts are not the API: they never see its token.
 */
export function createUploader({concurrency, signal, progress}: UploaderOptions): Uploader {
  const agent = createAgents()
  const retry = createRetry({held: progress.held, signal})
  const limit = pLimit(concurrency)

  const sendOnce = async (file: string, part: UploadPart): Promise<void> => {
    let read = 0
    const bytes = readRange(file, part, (length) => {
      read += length
      progress.sent(file, length)
    })
    try {
      const options = {
        method: part.method,
        headers: {...part.headers, 'content-length': String(part.length)},
        body: bytes,
        agent,
        decompress: false,
        timeout: {
          connect: 20_000,
          socket: IDLE_MILLISECONDS,
          response: ANSWER_MILLISECONDS,
          read: REST_OF_ANSWER_MILLISECONDS,
        },
      }
      const {status, retryAfter} = await exchange(part.url, options, signal, readHead)
      if (status === 403) throw new ReservationExpiredError()
      if (status < 200 || status > 299) throw new UploadRefusedError(status, retryAfter)
    } catch (error) {
      progress.sent(file, -read)
      throw signal.aborted ? signal.reason : withoutRequest(error)
    }
  }

  return (file, part) => retry(() => limit(sendOnce, file, part), isTransientUploadFault)
}

interface UploadAnswer {
  readonly status: number
  /** Seconds that the answer asks to wait, or null. */
  readonly retryAfter: number | null
}

/** Only the head of the answer counts. The rest is dropped, even if it never ends. */
async function readHead(request: Request): Promise<UploadAnswer> {
  try {
    let dropped = 0
    for await (const piece of request) {
      dropped += piece.length
      if (dropped > MAX_ANSWER_BYTES) break
    }
  } catch (error) {
    if (request.response === undefined) throw error
  }
  const {statusCode = 0, headers = {}} = request.response ?? {}
  return {status: statusCode, retryAfter: retryAfterSeconds(headers)}
}

/**
 * Reads a range in pieces that share two buffers: a new buffer for each piece would make more garbage than the rest
 * of the run. A piece is on the wire by the time the next one is requested; the second buffer is a safety margin.
 */
async function* readRange(
  path: string,
  {offset, length}: UploadPart,
  onPiece: (length: number) => void,
): AsyncGenerator<Buffer> {
  const size = Math.min(READ_BYTES, length)
  const buffers = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)] as const
  await using file = await openFile(path)
  for (let read = 0, turn = 0; read < length; turn += 1) {
    const buffer = turn % 2 === 0 ? buffers[0] : buffers[1]
    const most = Math.min(buffer.length, length - read)
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other is the point
    const {bytesRead} = await file.read(buffer, 0, most, offset + read).catch(unreadable)
    if (bytesRead === 0) throw new FileChangedError()
    read += bytesRead
    onPiece(bytesRead)
    yield buffer.subarray(0, bytesRead)
  }
}

/** @throws {FileChangedError} if the file no longer exists. */
async function openFile(path: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK, a FIFO put in the file's place would block forever.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    if ((await file.stat()).isFile()) return file
    await file.close()
  } catch (cause) {
    throw new FileChangedError({cause})
  }
  throw new FileChangedError()
}

function unreadable(cause: unknown): never {
  throw new FileReadError(cause)
}

function isTransientUploadFault(error: unknown): boolean {
  if (error instanceof UploadRefusedError)
    return error.status >= 500 || error.status === 429 || error.status === 408
  return isTransientFault(error)
}

/** got's errors contain the signed URL, so only their code is kept. */
function withoutRequest(error: unknown): unknown {
  if (!(error instanceof RequestError)) return error
  if (error.cause instanceof ExpectedError) return error.cause
  return new ConnectionError(SENDING, error.code, {mayHaveArrived: true})
}

const SENDING = "Sending a part of the file to Apple's upload host"
