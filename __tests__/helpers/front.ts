import {createServer, request} from 'node:http'
import type {IncomingHttpHeaders, RequestListener, Server} from 'node:http'
import {createServer as createSecureServer} from 'node:https'
import {buffer} from 'node:stream/consumers'
import type {Simulator} from '../../simulator/simulator.ts'

/** What a server was asked. */
export interface SeenRequest {
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

export interface LocalServer {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  readonly seen: readonly SeenRequest[]
  readonly connections: () => number
}

interface FrontOptions {
  /** Speaks TLS with these, both PEM. */
  readonly tls?: {readonly key: string; readonly cert: string}
  /** Changes the JSON of the API's answers. */
  readonly rewrite?: (body: string) => string
}

const running: Server[] = []

/** Ends all servers that this module has started. */
export async function closeServers(): Promise<void> {
  await Promise.all(
    running.splice(0).map(async (server) => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }),
  )
}

/** Starts a server of ones own on the loopback interface; its address names `localhost`. */
export async function serve(
  listener: RequestListener,
  tls?: FrontOptions['tls'],
): Promise<LocalServer> {
  const seen: SeenRequest[] = []
  let connections = 0
  const noting: RequestListener = (incoming, response) => {
    seen.push({target: incoming.url ?? '', headers: incoming.headers})
    listener(incoming, response)
  }
  const server = tls === undefined ? createServer(noting) : createSecureServer(tls, noting)
  running.push(server)
  server.on(tls === undefined ? 'connection' : 'secureConnection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const {port} = address
  const url = `${tls === undefined ? 'http' : 'https'}://localhost:${port}`
  return {url, port, seen, connections: () => connections}
}

/** Stands before both hosts of a simulator and puts its own address in the place of theirs. */
export async function startFront(
  simulator: Simulator,
  {tls, rewrite = (body) => body}: FrontOptions = {},
): Promise<LocalServer> {
  let own = ''
  const front = await serve((incoming, response) => {
    const isApi = !/^\/(?:assets-|image\/)/u.test(incoming.url ?? '')
    const target = `${isApi ? simulator.apiUrl : simulator.uploadUrl}${incoming.url}`
    const {method, headers} = incoming
    const onward = request(target, {method, headers}, (answer) => {
      const deliver = (bytes: Buffer) => {
        const body = isApi
          ? rewrite(bytes.toString('utf8').replaceAll(simulator.uploadUrl, own))
          : bytes
        const {'content-length': _, ...rest} = answer.headers
        response.writeHead(answer.statusCode ?? 502, {
          ...rest,
          ...(answer.statusCode === 204 ? {} : {'content-length': Buffer.byteLength(body)}),
        })
        response.end(body)
      }
      buffer(answer).then(deliver, () => response.destroy())
    })
    onward.on('error', () => response.destroy())
    incoming.pipe(onward)
  }, tls)
  own = front.url
  return front
}
