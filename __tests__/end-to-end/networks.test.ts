import {afterAll, describe, expect, test} from '@jest/globals'
import {closeServers, startFront} from '../helpers/front.ts'
import {hurried} from '../helpers/hurried.ts'
import {green, red} from '../../simulator/runner/run-bundle.ts'
import type {BundleOptions} from '../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario, shots, WATCH} from '../helpers/scenario.ts'
import type {SimulatorOptions} from '../../simulator/simulator.ts'
import {makeCertificates} from '../helpers/certificates.ts'
import {closeProxies, startProxy} from '../helpers/connect-proxy.ts'

afterAll(closeScenarios)
afterAll(closeServers)
afterAll(closeProxies)

const tls = await makeCertificates()
const TRUST = {NODE_EXTRA_CA_CERTS: tls.authority}
const pictures = await shots({'1.png': 1, '2.png': 2})

/** A store behind TLS, with a checkout of two pictures. */
async function securely(options: SimulatorOptions = {}) {
  const made = await scenario(pictures, options)
  const front = await startFront(made.simulator, {tls})
  const run = (env: BundleOptions['env'] = {}, inputs = {}) =>
    made.run({'api-url': front.url, ...inputs}, {env: {...TRUST, ...env}})
  return {...made, front, run}
}

const there = ['1.png', '2.png']

describe('TLS', () => {
  test.concurrent('with a CA of ones own works for the API and for uploads', async () => {
    const {run, front, names} = await securely()
    green(await run())
    expect(names(WATCH)).toEqual(there)
    expect(front.seen.filter(({target}) => target.startsWith('/v1/')).length).toBeGreaterThan(5)
    expect(front.seen.filter(({target}) => target.startsWith('/assets-'))).toHaveLength(2)
    expect(front.connections()).toBeLessThan(front.seen.length / 2)
  })

  test.concurrent('with a CA that nobody knows sends nothing, and says what to do', async () => {
    const {run, front} = await securely()
    const failed = red(await run({NODE_EXTRA_CA_CERTS: undefined}))
    expect(failed.stdout).toMatch(/not trusted.*NODE_EXTRA_CA_CERTS.*\([A-Z_]+\)/)
    expect(front.seen).toEqual([])
  })

  test.concurrent('with a certificate for another host sends nothing', async () => {
    const {run, front} = await securely()
    const failed = red(await run({}, {'api-url': `https://127.0.0.1:${front.port}`}))
    expect(failed.stdout).toMatch(/not trusted.*ERR_TLS_CERT_ALTNAME_INVALID/)
    expect(front.seen).toEqual([])
  })

  test.concurrent('does not fall back to plain http', async () => {
    const {run, simulator} = await scenario(pictures)
    const address = simulator.apiUrl.replace('http:', 'https:')
    const {stdout} = red(await run({'api-url': address}, {env: hurried}))
    expect(stdout).toMatch(/connection failed|timed out/)
    expect(simulator.requests).toEqual([])
  })
})

describe('A proxy', () => {
  test.concurrent.each([
    ['https_proxy', (port: number) => `http://127.0.0.1:${port}`],
    ['HTTPS_PROXY', (port: number) => `http://127.0.0.1:${port}/`],
    ['https_proxy', (port: number) => `localhost:${port}`],
  ] as const)('in %s carries the API and the uploads', async (variable, address) => {
    const {run, front, names} = await securely()
    const proxy = await startProxy()
    green(await run({[variable]: address(proxy.port)}))
    expect(names(WATCH)).toEqual(there)
    expect(proxy.tunnels.length).toBeGreaterThan(1)
    expect(new Set(proxy.tunnels)).toEqual(new Set([`localhost:${front.port}`]))
    expect(front.connections()).toBe(proxy.tunnels.length)
    expect(proxy.tunnels.length).toBeLessThan(front.seen.length / 2)
    expect(proxy.readable).toEqual([])
  })

  test.concurrent('gets the name and password that the variable has', async () => {
    const {run, names} = await securely()
    const proxy = await startProxy({password: 'some body:p@ss/word'})
    const done = await run({
      https_proxy: `http://some%20body:p%40ss%2Fword@localhost:${proxy.port}`,
    })
    green(done)
    expect(names(WATCH)).toEqual(there)
    expect(`${done.stdout}${done.stderr}${done.summary}`).not.toMatch(/p%40ss|p@ss/)
  })

  test.concurrent.each([
    [
      'refuses the password',
      (port: number) => `http://me:hush@localhost:${port}`,
      /proxy.*ERR_PROXY_TUNNEL/,
    ],
    ['is not there', () => 'http://me:hush@127.0.0.1:1', /ECONNREFUSED/],
    [
      'has an address that is none',
      () => 'http://me:hush word@host:99999',
      /`https_proxy` is not a valid proxy address/,
    ],
    [
      'has a password in no encoding',
      () => 'http://me:hush%zz@host:80',
      /`https_proxy` is not a valid proxy address/,
    ],
    [
      'speaks another protocol',
      () => 'socks5://me:hush@host:80',
      /`https_proxy` is not a valid proxy address/,
    ],
  ] as const)('that %s ends the run without its password being told', async (_, address, what) => {
    const {run, front} = await securely()
    const proxy = await startProxy({password: 'me:other'})
    const failed = red(await run({https_proxy: address(proxy.port), ...hurried}))
    expect(failed.stdout).toMatch(what)
    expect(`${failed.stdout}${failed.stderr}${failed.summary}`).not.toContain('hush')
    expect(front.seen).toEqual([])
  })

  test.concurrent.each(['no_proxy', 'NO_PROXY'])(
    'is passed by for hosts in %s',
    async (variable) => {
      const {run, names} = await securely()
      const proxy = await startProxy()
      green(
        await run({
          https_proxy: `http://127.0.0.1:${proxy.port}`,
          [variable]: 'example.com, localhost',
        }),
      )
      expect(names(WATCH)).toEqual(there)
      expect(proxy.tunnels).toEqual([])
    },
  )

  test.concurrent('never sees plain http, which is for this machine alone', async () => {
    const {run, names} = await scenario(pictures)
    const proxy = await startProxy()
    const address = `http://127.0.0.1:${proxy.port}`
    const env = {http_proxy: address, HTTP_PROXY: address, https_proxy: address, all_proxy: address}
    green(await run({}, {env}))
    expect(names(WATCH)).toEqual(there)
    expect(proxy.readable).toEqual([])
    expect(proxy.tunnels).toEqual([])
  })
})

describe('Connections', () => {
  test.concurrent('are far fewer than requests', async () => {
    const numbers = Object.fromEntries(
      Array.from({length: 10}, (_, index) => [`${index}.png`, index + 10]),
    )
    const locales = ['en-US', 'ja', 'de-DE', 'it', 'ko']
    const files = await Promise.all(locales.map((locale) => shots(numbers, locale)))
    const {run, simulator} = await scenario(Object.assign({}, ...files))
    green(await run())
    expect(simulator.requests.length).toBeGreaterThan(150)
    // At most ten API requests and eight parts are in flight; on a busy machine an idle connection may time out.
    expect(simulator.connections()).toBeLessThanOrEqual(30)
  })

  test.concurrent('over IPv6 work for the API and for uploads', async () => {
    const {run, names, simulator} = await scenario(pictures, {host: '::1'})
    expect(simulator.apiUrl).toContain('[::1]')
    green(await run())
    expect(names(WATCH)).toEqual(there)
    expect(simulator.requests.filter(({host}) => host === 'upload')).toHaveLength(2)
  })
})
