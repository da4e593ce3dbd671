import {RequestError} from 'got'

import type {Progress} from '../core/progress.ts'
import {isLocalAddress} from '../core/safe-address.ts'
import {createAgents} from './agents.ts'
import {
  readAnswer,
  readList,
  readNothing,
  readOne,
  readRefusal,
  readRelated,
  requestOf,
} from './answer.ts'
import type {Answer, Call, Query} from './answer.ts'
import type {Document, Resource} from './document.ts'
import {ApiError, ConnectionError, KeyRefusedError} from './errors.ts'
import {exchange} from './exchange.ts'
import {lookAgain} from './look-again.ts'
import type {Pace} from './pace.ts'
import {createRetry, isTransientFault} from './retry.ts'
import {firstValue} from './retry-after.ts'
import type {Tokens} from './token.ts'

export type {Query} from './answer.ts'

/**
 * Sends JSON:API requests to App Store Connect, with tokens, pacing and retries. An answer that does not come from
 * App Store Connect counts as no answer: a proxy may say 200 to everything.
 */
export interface Client {
  /** Whether the API is on this machine, as in tests. */
  readonly isLocal: boolean
  /**
   * Reads one resource.
   *
   * @param query - Names such as `filter[platform]` with their values. Lists are joined with commas.
   */
  get<Attributes>(path: string, query?: Query): Promise<Resource<Attributes>>
  /**
   * Reads what is at the other end of a relationship to one resource.
   *
   * @returns `data: null` if there is none.
   */
  related<Attributes>(path: string, query?: Query): Promise<Document<Resource<Attributes> | null>>
  /** Reads one page of a list. */
  list<Attributes>(path: string, query?: Query): Promise<Document<readonly Resource<Attributes>[]>>
  /**
   * Sends a POST, which must not be sent twice.
   *
   * @param find - Looks for the resource: an earlier attempt whose answer was lost may have created it, or somebody
   *   else may have.
   */
  post<Attributes>(
    path: string,
    body: object,
    find: () => Promise<Resource<Attributes> | null>,
  ): Promise<Resource<Attributes>>
  /** Sends a PATCH that is safe to repeat. */
  patch(path: string, body: object): Promise<void>
  /** Deletes a resource. It is no error if it does not exist any more. */
  delete(path: string): Promise<void>
}

export interface ClientOptions {
  /** Without a slash at the end. */
  readonly apiUrl: string
  readonly tokens: Tokens
  readonly pace: Pace
  readonly progress: Pick<Progress, 'held' | 'requested'>
  readonly signal: AbortSignal
}

const ANSWER_MILLISECONDS = 30_000
const RENEWALS_PER_REQUEST = 3

/** @throws {ApiError | ConnectionError | KeyRefusedError | RateLimitError} from each of its methods. */
export function createClient({apiUrl, tokens, pace, progress, signal}: ClientOptions): Client {
  const agent = createAgents()
  const {host} = new URL(apiUrl)
  const retry = createRetry({held: progress.held, signal})
  let keyWorks = false

  const ask = async (call: Call, token: string): Promise<Answer> => {
    const options = {
      method: call.method,
      headers: {authorization: `Bearer ${token}`, accept: 'application/json'},
      ...(call.body === undefined ? {} : {json: call.body}),
      agent,
      timeout: {request: ANSWER_MILLISECONDS},
    }
    progress.requested()
    try {
      return await exchange(addressOf(apiUrl, call), options, signal, (request) =>
        readAnswer(call, request),
      )
    } catch (error) {
      throw signal.aborted
        ? signal.reason
        : asConnectionError(error, `${requestOf(call)} at ${host}`)
    }
  }

  const sendOnce = async (call: Call): Promise<Answer> => {
    using turn = await pace.turn()
    const token = await tokens.current()
    const answer = await ask(call, token)
    const {status, headers} = answer
    if (status === 401) throw new RefusedToken(token, readRefusal(call, answer))
    keyWorks = true
    if (status === 429) {
      const error = readRefusal(call, answer)
      pace.refused(turn.startedAt, error.retryAfter)
      throw error
    }
    pace.answered(firstValue(headers['x-rate-limit']), call.method !== 'GET')
    if (status < 200 || status > 299) throw readRefusal(call, answer)
    return answer
  }

  /** Retries what only needs a new token or a pause. */
  const send = async (call: Call): Promise<Answer> => {
    for (let renewals = 0; ;) {
      try {
        return await sendOnce(call)
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

  return {
    isLocal: isLocalAddress(apiUrl),

    get: (path, query = {}) => {
      const call = {method: 'GET', path, query} as const
      return retry(async () => readOne(call, await send(call)))
    },

    related: (path, query = {}) => {
      const call = {method: 'GET', path, query} as const
      return retry(async () => readRelated(call, await send(call))).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return {data: null}
        throw error
      })
    },

    list: (path, query = {}) => {
      const call = {method: 'GET', path, query} as const
      return retry(async () => readList(call, await send(call)))
    },

    async patch(path, body) {
      const call = {method: 'PATCH', path, body} as const
      const read = path.includes('/relationships/') ? readNothing : readOne
      await retry(async () => read(call, await send(call)))
    },

    async delete(path) {
      const call = {method: 'DELETE', path} as const
      try {
        await retry(async () => readNothing(call, await send(call)))
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 404)) throw error
      }
    },

    post(path, body, find) {
      const call = {method: 'POST', path, body} as const
      let mayExist = false
      return retry(
        async () => {
          const found = mayExist ? await lookAgain(find, signal) : null
          if (found !== null) return found
          try {
            return readOne(call, await send(call))
          } catch (error) {
            const there = isConflict(error) ? await find() : null
            if (there !== null) return there
            mayExist ||= isLostAnswer(error)
            throw error
          }
        },
        (error) => isTransientFault(error) || (mayExist && isConflict(error)),
      )
    },
  }
}

/** Never leaves the client, because it contains a token. */
class RefusedToken extends Error {
  readonly token: string
  readonly refusal: ApiError

  constructor(token: string, refusal: ApiError) {
    super('The token was refused.')
    this.token = token
    this.refusal = refusal
  }
}

function addressOf(apiUrl: string, {path, query = {}}: Call): string {
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  )
  return `${apiUrl}${path}${search.length > 0 ? `?${search.join('&')}` : ''}`
}

/** got's errors contain the request with its headers, so only their code is kept. */
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
