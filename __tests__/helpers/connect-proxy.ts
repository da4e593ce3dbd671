import {createServer} from 'node:http'
import type {Server} from 'node:http'
import {connect} from 'node:net'
import type {Socket} from 'node:net'

export interface ConnectProxy {
  readonly port: number
  /** `host:port` of every tunnel that was asked for. */
  readonly tunnels: readonly string[]
  /** The `Proxy-Authorization` of each of them. */
  readonly credentials: readonly (string | undefined)[]
  /** Requests that came without a tunnel, so that the proxy could read them. */
  readonly readable: readonly string[]
}

interface ProxyOptions {
  /** The status for a tunnel without these credentials is 407. */
  readonly password?: string
  /** Where tunnels lead to, whatever host they name. */
  readonly leadsTo?: number
}

const running: {server: Server; sockets: Set<Socket>}[] = []

/** Starts a proxy as companies have them, on the loopback interface: it opens tunnels, and reads nothing in them. */
export async function startProxy({password, leadsTo}: ProxyOptions = {}): Promise<ConnectProxy> {
  const tunnels: string[] = []
  const credentials: (string | undefined)[] = []
  const readable: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    readable.push(request.url ?? '')
    response.writeHead(403).end()
  })
  server.on('connect', ({url = '', headers}, client: Socket, head: Buffer) => {
    tunnels.push(url)
    const given = headers['proxy-authorization']
    credentials.push(given)
    sockets.add(client)
    client.on('error', () => client.destroy())
    const wanted = `Basic ${Buffer.from(password ?? '').toString('base64')}`
    if (password !== undefined && given !== wanted) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n')
      return
    }
    const port = leadsTo ?? Number(url.slice(url.lastIndexOf(':') + 1))
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.write(head)
      target.pipe(client).pipe(target)
    })
    target.on('error', () => client.destroy())
    target.on('close', () => client.destroy())
    client.on('close', () => target.destroy())
  })
  running.push({server, sockets})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {port: address.port, tunnels, credentials, readable}
}

/** Ends all proxies, with their tunnels. */
export async function closeProxies(): Promise<void> {
  await Promise.all(
    running.splice(0).map(async ({server, sockets}) => {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }),
  )
}
