import {setTimeout as delay} from 'node:timers/promises'

import got, {RequestError} from 'got'
import pLimit from 'p-limit'

import {createAgents} from './agents.ts'
import {isDocument} from './document.ts'
import type {Document, Resource} from './document.ts'
import {readErrorReasons} from './error-answer.ts'
import {ApiError, ConnectionError, KeyRefusedError} from './errors.ts'
import type {Pace} from './pace.ts'
import {isPassingFault, retry} from './retry.ts'
import type {Tokens} from './token.ts'

/** JSON:API requests to App Store Connect, with tokens, pacing and retries taken care of. */
export interface Client {
  /** @param query - Names such as `filter[platform]` with their values; lists are joined with commas. */
  get<Data>(path: string, query?: Query): Promise<Document<Data>>
  /**
   * Sends a POST, which must not be sent twice.
   *
   * @param find - Looks whether the thing exists: an earlier attempt, whose answer was lost, may have made it, and
   *   so may somebody else.
   */
  post<Attributes>(
    path: string,
    body: object,
    find: () => Promise<Resource<Attributes> | null>,
  ): Promise<Resource<Attributes>>
  /** Sends a PATCH that may be repeated without harm. */
  patch(path: string, body: object): Promise<void>
  /** Deletes a resource; one that is gone already is no error. */
  delete(path: string): Promise<void>
}

export type Query = Readonly<Record<string, string | number | readonly string[]>>

export interface ClientOptions {
  /** Without a slash at the end. */
  readonly apiUrl: string
  readonly tokens: Tokens
  readonly pace: Pace
  readonly signal: AbortSignal
}

/** fastlane allows itself ten, and Apple answers random 500s above that. */
const REQUESTS_IN_FLIGHT = 10
const ANSWER_MILLISECONDS = 30_000
const RENEWALS_PER_REQUEST = 3
/** Lists lag behind writes, so a look for a lost write is repeated. */
const LOOK_PAUSES_MILLISECONDS = [1000, 1500, 2500]

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: Query
  readonly body?: object
}

/** @throws {ApiError | ConnectionError | KeyRefusedError | RateLimitError} from each of its methods. */
export function createClient({apiUrl, tokens, pace, signal}: ClientOptions): Client {
  const agent = createAgents()
  const {host} = new URL(apiUrl)
  const limit = pLimit(REQUESTS_IN_FLIGHT)
  let keyWorks = false

  const sendOnce = async (call: Call): Promise<string> => {
    await pace.turn()
    const token = await tokens.current()
    const sentAt = performance.now()
    const request = `${call.method} ${call.path}`
    const response = await got(addressOf(apiUrl, call), {
      method: call.method,
      headers: {authorization: `Bearer ${token}`, accept: 'application/json'},
      ...(call.body === undefined ? {} : {json: call.body}),
      agent,
      signal,
      retry: {limit: 0},
      followRedirect: false,
      throwHttpErrors: false,
      timeout: {request: ANSWER_MILLISECONDS},
    }).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : asConnectionError(error, `${request} at ${host}`)
    })
    const {statusCode: status, body, headers} = response
    if (status === 401) throw new RefusedToken(token, apiError(request, response))
    keyWorks = true
    if (status === 429) {
      const error = apiError(request, response)
      pace.refused(sentAt, error.retryAfter)
      throw error
    }
    pace.saw(single(headers['x-rate-limit']), call.method !== 'GET')
    if (status < 200 || status > 299) throw apiError(request, response)
    return body
  }

  /** Refusals that the service takes back by itself: a token it does not like, and too many requests. */
  const send = async (call: Call): Promise<string> => {
    for (let renewals = 0; ;) {
      try {
        return await limit(sendOnce, call)
      } catch (error) {
        if (error instanceof RefusedToken) {
          if (renewals >= (keyWorks ? RENEWALS_PER_REQUEST : 1)) {
            throw new KeyRefusedError({cause: error.refusal})
          }
          renewals += 1
          await tokens.renew(error.token)
        } else if (!(error instanceof ApiError && error.status === 429)) {
          throw error
        }
      }
    }
  }

  const lookForLostWrite = async <T>(find: () => Promise<T | null>): Promise<T | null> => {
    for (const pause of LOOK_PAUSES_MILLISECONDS) {
      await delay(pause, undefined, {signal})
      const found = await find()
      if (found !== null) return found
    }
    return null
  }

  return {
    get: (path, query = {}) => {
      const call = {method: 'GET', path, query} as const
      return retry(async () => parse(call, await send(call)), {signal})
    },

    async patch(path, body) {
      await retry(() => send({method: 'PATCH', path, body}), {signal})
    },

    async delete(path) {
      try {
        await retry(() => send({method: 'DELETE', path}), {signal})
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 404)) throw error
      }
    },

    post(path, body, find) {
      const call = {method: 'POST', path, body} as const
      let mayExist = false
      return retry(
        async () => {
          const found = mayExist ? await lookForLostWrite(find) : null
          if (found !== null) return found
          try {
            return parse<Resource<never>>(call, await send(call)).data
          } catch (error) {
            const there = isConflict(error) ? await find() : null
            if (there !== null) return there
            mayExist ||= isLostAnswer(error)
            throw error
          }
        },
        {
          signal,
          isPassing: (error) => isPassingFault(error) || (mayExist && isConflict(error)),
        },
      )
    },
  }
}

/** Kept inside the client: it holds a token. */
class RefusedToken extends Error {
  readonly token: string
  readonly refusal: ApiError

  constructor(token: string, refusal: ApiError) {
    super('The token was refused.')
    this.token = token
    this.refusal = refusal
  }
}

function parse<Data>({method, path}: Call, body: string): Document<Data> {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    answer = null
  }
  if (isDocument(answer)) return answer
  throw new ConnectionError(`${method} ${path}`, 'UNREADABLE_ANSWER', {mayHaveArrived: true})
}

function addressOf(apiUrl: string, {path, query = {}}: Call): string {
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  )
  return `${apiUrl}${path}${search.length > 0 ? `?${search.join('&')}` : ''}`
}

interface Answer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function apiError(request: string, {statusCode, headers, body}: Answer): ApiError {
  const retryAfter = Number(single(headers['retry-after']) ?? Number.NaN)
  return new ApiError(request, statusCode, {
    reasons: readErrorReasons(body),
    retryAfter: Number.isFinite(retryAfter) ? Math.max(0, retryAfter) : null,
  })
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

/** got's errors carry the request with its headers, so only their code goes on. */
function asConnectionError(error: unknown, request: string): unknown {
  if (!(error instanceof RequestError)) return error
  return new ConnectionError(request, error.code, {
    mayHaveArrived: !NEVER_SENT.has(error.code),
  })
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

function isLostAnswer(error: unknown): boolean {
  if (error instanceof ConnectionError) return error.mayHaveArrived
  return error instanceof ApiError && error.status >= 500
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.status === 409
}
