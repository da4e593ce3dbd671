import http from 'node:http'
import https from 'node:https'

/** The proxy that the environment names cannot be used. Its message never quotes the setting: it may hold a password. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError'
  readonly code = 'INVALID_PROXY'

  constructor() {
    super(
      'The variable `https_proxy` does not name a proxy that can be used. It has to be an address such as http://proxy.example:3128; special characters of a password are written in percent-encoding.',
    )
  }
}

/**
 * Connections that are kept open and used again, through the proxy that `https_proxy` and `no_proxy` name. Plain http
 * is for this machine itself, so it never goes through a proxy, which would see the token.
 *
 * @throws {ProxyError} if the proxy's address is none.
 */
export function createAgents(environment: NodeJS.ProcessEnv = process.env): {
  readonly http: http.Agent
  readonly https: https.Agent
} {
  const options = {keepAlive: true, timeout: 60_000}
  const proxyEnv = readProxy(environment)
  try {
    return {http: new http.Agent(options), https: new https.Agent({...options, proxyEnv})}
  } catch {
    // The cause would quote the address.
    throw new ProxyError()
  }
}

/** The settings as Node.js reads them, with the meaning that the runner and its toolkit give them. */
function readProxy(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = environment['https_proxy'] || environment['HTTPS_PROXY']
  if (!named) return {}
  const address = named.includes('://') ? named : `http://${named}`
  if (!/^https?:/i.test(address)) throw new ProxyError()
  const direct = environment['no_proxy'] || environment['NO_PROXY'] || ''
  // A name stands for what is below it as well; Node.js wants a dot for that.
  const hosts = direct
    .split(/[\s,]+/)
    .flatMap((host) => (/^[\w-]/.test(host) ? [host, `.${host}`] : host))
  return {https_proxy: address, no_proxy: hosts.join(',')}
}
