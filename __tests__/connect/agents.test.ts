import {get} from 'node:https'
import {afterAll, expect, test} from '@jest/globals'
import {createAgents} from '../../src/connect/agents.ts'
import {closeServers, serve} from '../helpers/front.ts'
import {makeCertificates} from '../helpers/certificates.ts'
import {closeProxies, startProxy} from '../helpers/connect-proxy.ts'

afterAll(closeServers)
afterAll(closeProxies)

const tls = await makeCertificates()

test.each([
  ['', true],
  ['*', false],
  ['api.service.test', false],
  ['service.test', false],
  ['.service.test', false],
  ['*.service.test', false],
  ['other.test,service.test', false],
  ['other.test service.test', false],
  ['API.SERVICE.TEST', false],
  ['ervice.test', true],
  ['service.test.example', true],
  ['other.test', true],
])('With no_proxy=%j, whether a host goes through the proxy is %s', async (direct, isProxied) => {
  const server = await serve((_, response) => response.end('there'), tls)
  const proxy = await startProxy({leadsTo: server.port})
  const agents = createAgents({https_proxy: `http://127.0.0.1:${proxy.port}`, no_proxy: direct})
  const status = await new Promise((resolve, reject) => {
    const asked = get(`https://api.service.test:${server.port}/x`, {
      agent: agents.https,
      rejectUnauthorized: false,
      lookup: (_, __, callback) => callback(null, [{address: '127.0.0.1', family: 4}]),
    })
    asked.on('error', reject).on('response', (response) => resolve(response.statusCode))
  })
  expect(status).toBe(200)
  expect(proxy.tunnels).toHaveLength(isProxied ? 1 : 0)
})
