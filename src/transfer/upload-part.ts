import {constants, open} from 'node:fs/promises'
import type {FileHandle} from 'node:fs/promises'

import {RequestError} from 'got'
import type {Request} from 'got'
import pLimit from 'p-limit'

import {createAgents} from '../connect/agents.ts'
import {ConnectionError, ReservationExpiredError, UploadRefusedError} from '../connect/errors.ts'
import {exchange} from '../connect/exchange.ts'
import {retryAfterSeconds} from '../connect/retry-after.ts'
import {createRetry, isPassingFault} from '../connect/retry.ts'

/** One request that Apple asks for: a byte range of the file, to be sent exactly so. */
export interface Part {
  readonly method: 'PUT' | 'POST' | 'PATCH'
  /** Signed; it stands for the right to upload and never reaches a log or an error. */
  readonly url: string
  /** In bytes. */
  readonly offset: number
  /** In bytes. */
  readonly length: number
  readonly headers: Readonly<Record<string, string>>
}

/** The file no longer has the bytes that were there when it was read first. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError'
  readonly code = 'FILE_CHANGED'

  constructor(options: ErrorOptions = {}) {
    super(
      'The file changed while the run was reading it. Run again when nothing writes to it any more.',
      options,
    )
  }
}

export interface UploaderOptions {
  /** Parts in flight at any moment. */
  readonly concurrency: number
  readonly signal: AbortSignal
  /** Says until when the run waits. */
  readonly tell: (message: string) => void
  /** Told of every chunk that goes out, and, with a negative number, of a part that has to be sent again. */
  readonly onBytes: (bytes: number) => void
}

export type Uploader = (file: string, part: Part) => Promise<void>

const READ_BYTES = 128 * 1024
const IDLE_MILLISECONDS = 60_000
/** From the last byte that was sent to the first one of the answer: sending itself may take its time. */
const ANSWER_MILLISECONDS = 60_000
/** The answer of a store of files is short; a longer one is not worth keeping the connection for. */
const MOST_ANSWER_BYTES = 64 * 1024
const REST_OF_ANSWER_MILLISECONDS = 5000

/**
 * Makes the function that sends parts, all of them over the same few connections, each streamed from the file.
 *
 * Upload hosts are other hosts than the API: they never see its token.
 */
export function createUploader({concurrency, signal, tell, onBytes}: UploaderOptions): Uploader {
  const agent = createAgents()
  const retry = createRetry({tell, signal})
  const limit = pLimit(concurrency)

  const sendOnce = async (file: string, part: Part): Promise<void> => {
    let read = 0
    const bytes = readRange(file, part, (length) => {
      read += length
      onBytes(length)
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
      if (status === 403) throw new ReservationExpiredError('The reservation has expired.')
      if (status < 200 || status > 299) throw new UploadRefusedError(status, retryAfter)
    } catch (error) {
      onBytes(-read)
      throw signal.aborted ? signal.reason : withoutRequest(error)
    }
  }

  return (file, part) => retry(() => limit(sendOnce, file, part), isPassingUploadFault)
}

interface UploadAnswer {
  readonly status: number
  /** Seconds that the answer asked to wait, or null. */
  readonly retryAfter: number | null
}

/** Of an answer only the head counts. The rest is dropped, however it ends, or that it does not. */
async function readHead(request: Request): Promise<UploadAnswer> {
  try {
    let dropped = 0
    for await (const piece of request) {
      dropped += piece.length
      if (dropped > MOST_ANSWER_BYTES) break
    }
  } catch (error) {
    if (request.response === undefined) throw error
  }
  const {statusCode = 0, headers = {}} = request.response ?? {}
  return {status: statusCode, retryAfter: retryAfterSeconds(headers)}
}

/**
 * Reads a range in pieces that share two buffers: a new buffer for each piece would leave more garbage behind than all
 * else that a run needs. A piece is on the wire when the next one is asked for, and one more is left alone to be sure.
 */
async function* readRange(
  path: string,
  {offset, length}: Part,
  onPiece: (length: number) => void,
): AsyncGenerator<Buffer> {
  const size = Math.min(READ_BYTES, length)
  const buffers = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)] as const
  await using file = await openFile(path)
  for (let read = 0, turn = 0; read < length; turn += 1) {
    const buffer = turn % 2 === 0 ? buffers[0] : buffers[1]
    const most = Math.min(buffer.length, length - read)
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other is the point
    const {bytesRead} = await file.read(buffer, 0, most, offset + read)
    if (bytesRead === 0) throw new FileChangedError()
    read += bytesRead
    onPiece(bytesRead)
    yield buffer.subarray(0, bytesRead)
  }
}

/** @throws {FileChangedError} if there is no file any more where one was found. */
async function openFile(path: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK, a FIFO put in the file's place would block for ever.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    if ((await file.stat()).isFile()) return file
    await file.close()
  } catch (cause) {
    throw new FileChangedError({cause})
  }
  throw new FileChangedError()
}

function isPassingUploadFault(error: unknown): boolean {
  if (error instanceof UploadRefusedError)
    return error.status >= 500 || error.status === 429 || error.status === 408
  return isPassingFault(error)
}

/** got's errors carry the signed address, so only their code goes on. */
function withoutRequest(error: unknown): unknown {
  if (!(error instanceof RequestError)) return error
  if (error.cause instanceof FileChangedError) return error.cause
  return new ConnectionError(SENDING, error.code, {mayHaveArrived: true})
}

const SENDING = "Sending a part to Apple's upload host"
