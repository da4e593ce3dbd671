import {createServer} from 'node:http'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {text} from 'node:stream/consumers'

/** A comment of the one pull request, as GitHub has it. */
export interface Comment {
  readonly id: number
  readonly login: string
  body: string
}

export interface GitHubRequest {
  readonly method: string
  readonly path: string
  readonly authorization: string
  /** When it came, in milliseconds of `performance.now()`. */
  readonly at: number
}

/** An answer that is given instead of, or after, doing what was asked. */
export interface Fault {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** Part of the path and query; empty for every one. */
  readonly path?: string
  readonly times: number
  /** 500 unless it says otherwise. */
  readonly status?: number
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Does what was asked before it answers with the fault: the answer is lost, the deed is not. */
  readonly late?: boolean
  /** Never ends the answer: `silent` does not begin it, `dripping` sends a byte of its body now and then. */
  readonly hang?: 'silent' | 'dripping'
}

/** What keeps an answer from coming. */
const HANGS: Readonly<Record<'silent' | 'dripping', (response: ServerResponse) => void>> = {
  silent: () => undefined,
  dripping(response) {
    response.writeHead(200, {'content-type': 'application/json; charset=utf-8'})
    response.write('[')
    const timer = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(timer))
  },
}

/** What the double does that a test may choose. */
export interface GitHubOptions {
  /** Whose token it is. */
  readonly login?: string
  readonly comments?: readonly Omit<Comment, 'id'>[]
  /** Where the link to the next page leads instead; `endless` for a next page after each. */
  readonly next?: string
}

/** A double of GitHub's API with one repository that has one pull request. */
export interface GitHubApi {
  readonly url: string
  readonly comments: readonly Comment[]
  readonly requests: readonly GitHubRequest[]
  readonly fail: (fault: Fault) => void
  readonly close: () => Promise<void>
}

/** Where the comments of pull request 7 of the one repository are. */
export const COMMENTS = '/repos/octo/app/issues/7/comments'

/** GitHub's own limit of a comment. */
export const MOST_CHARACTERS = 65_536

export async function startGitHub({
  login = 'github-actions[bot]',
  comments: first = [],
  next: elsewhere,
}: GitHubOptions = {}): Promise<GitHubApi> {
  const comments: Comment[] = first.map((comment, index) => ({...comment, id: 100 + index}))
  const requests: GitHubRequest[] = []
  const faults: (Fault & {left: number})[] = []

  const server = createServer((request, response) => {
    void answer(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.')
  const url = `http://127.0.0.1:${bound.port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {method = '', headers} = request
    const address = new URL(request.url ?? '/', url)
    const body = await text(request)
    requests.push({
      method,
      path: `${address.pathname}${address.search}`,
      authorization: headers.authorization ?? '',
      at: performance.now(),
    })
    const fault = faults.find(
      (each) =>
        each.left > 0 &&
        each.method === method &&
        `${address.pathname}${address.search}`.includes(each.path ?? ''),
    )
    const done = fault === undefined || fault.late === true ? act(method, address, body) : null
    if (fault !== undefined) fault.left -= 1
    if (fault?.hang !== undefined) {
      HANGS[fault.hang](response)
      return
    }
    const {status, content, more} =
      fault === undefined && done !== null
        ? done
        : {
            status: fault?.status ?? 500,
            content: {message: fault?.message ?? 'fault'},
            more: fault?.headers,
          }
    response.writeHead(status, {'content-type': 'application/json; charset=utf-8', ...more})
    response.end(JSON.stringify(content))
  }

  function act(method: string, address: URL, body: string): Answer {
    const {pathname} = address
    if (method === 'POST' && pathname === '/graphql') {
      return {status: 200, content: {data: {viewer: {login}}}}
    }
    if (pathname === COMMENTS && method === 'GET') return list(address)
    const written = method === 'GET' ? null : bodyIn(body)
    if (written === null) return NOT_FOUND
    if (written.length > MOST_CHARACTERS) {
      return {status: 422, content: {message: 'Body is too long (maximum is 65536 characters)'}}
    }
    if (pathname === COMMENTS && method === 'POST') {
      const comment = {id: 1000 + comments.length, login, body: written}
      comments.push(comment)
      return {status: 201, content: shown(comment)}
    }
    const comment = comments.find(({id}) => pathname === `/repos/octo/app/issues/comments/${id}`)
    if (method !== 'PATCH' || comment === undefined) return NOT_FOUND
    // As on GitHub, whoever may write may change everybody's comments.
    comment.body = written
    return {status: 200, content: shown(comment)}
  }

  function list({searchParams}: URL): Answer {
    const size = Number(searchParams.get('per_page') ?? 30)
    const page = Number(searchParams.get('page') ?? 1)
    const isLast = elsewhere === undefined && page * size >= comments.length
    const following = `${url}${COMMENTS}?per_page=${size}&page=${page + 1}`
    const next = `<${elsewhere === undefined || elsewhere === 'endless' ? following : elsewhere}>; rel="next"`
    return {
      status: 200,
      content: comments.slice((page - 1) * size, page * size).map(shown),
      ...(isLast ? {} : {more: {link: next}}),
    }
  }

  return {
    url,
    comments,
    requests,
    fail: (fault) => faults.push({...fault, left: fault.times}),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

interface Answer {
  readonly status: number
  readonly content: object
  readonly more?: Readonly<Record<string, string>>
}

const NOT_FOUND: Answer = {status: 404, content: {message: 'Not Found'}}

function shown({id, login, body}: Comment): object {
  return {id, body, user: {login, type: login.endsWith('[bot]') ? 'Bot' : 'User'}}
}

function bodyIn(json: string): string | null {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null || !('body' in value)) return null
  return typeof value.body === 'string' ? value.body : null
}
