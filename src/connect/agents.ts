import http from 'node:http'
import https from 'node:https'

/**
 * Connections that are kept open and used again, through the proxy that `https_proxy`, `http_proxy` and `no_proxy`
 * name, as the runner's other tools do.
 */
export function createAgents(): {readonly http: http.Agent; readonly https: https.Agent} {
  const options = {keepAlive: true, proxyEnv: process.env, timeout: 60_000}
  return {http: new http.Agent(options), https: new https.Agent(options)}
}
