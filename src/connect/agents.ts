import http from 'node:http'
import https from 'node:https'

import {ExpectedError} from '../core/expected-error.ts'

/** The proxy in the environment cannot be used. The message never quotes the setting, which may contain a password. */
export class ProxyError extends ExpectedError {
  override readonly name = 'ProxyError'
  readonly code = 'INVALID_PROXY'

  constructor() {
    super(
      'The environment variable `https_proxy` is not a valid proxy address. It must look like http://proxy.example:3128, with special characters in a password percent-encoded.',
    )
  }
}

/**
 * Agents that keep connections open, through the proxy of `https_proxy` and `no_proxy`. Plain http is only for this
 * machine, so it never goes through a proxy, which would see the token.
 *
 * @throws {ProxyError} if the proxy's address is invalid.
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

/** Translates the settings from the meaning that the runner's toolkit gives them to that of Node.js. */
function readProxy(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = environment['https_proxy'] || environment['HTTPS_PROXY']
  if (!named) return {}
  const address = named.includes('://') ? named : `http://${named}`
  if (!/^https?:/i.test(address)) throw new ProxyError()
  const direct = environment['no_proxy'] || environment['NO_PROXY'] || ''
  // A host name also covers its subdomains; Node.js needs a leading dot for that.
  const hosts = direct
    .split(/[\s,]+/)
    .flatMap((host) => (/^[\w-]/.test(host) ? [host, `.${host}`] : host))
  return {https_proxy: address, no_proxy: hosts.join(',')}
}
