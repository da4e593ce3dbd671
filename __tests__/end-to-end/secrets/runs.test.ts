import {generateKeyPairSync} from 'node:crypto'
import {rm} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, describe, expect, test} from '@jest/globals'
import {closeServers, serve, startFront} from '../../helpers/front.ts'
import {hurried} from '../../helpers/hurried.ts'
import {sampled} from '../../helpers/sampled.ts'
import {green, red, startBundle} from '../../../simulator/runner/run-bundle.ts'
import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, inputsFor, place, scenario, shots, WATCH} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import type {FaultRule} from '../../../simulator/http/faults.ts'
import {DEBUG_LOGGING, everythingSaid, expectNoSecret, piecesOfKey, secretsIn} from './leaks.ts'

afterAll(closeScenarios)
afterAll(closeServers)

const ALWAYS = Number.POSITIVE_INFINITY

/** Runs with debug logging on, and fails if the run tells a secret. */
async function quiet(
  made: Scenario,
  inputs: Inputs = {},
  env: Readonly<Record<string, string>> = {},
) {
  const run = await made.run(inputs, {env: {...DEBUG_LOGGING, ...env}})
  const {key, individualKey, requests} = made.simulator
  const secrets = [
    ...piecesOfKey(key.privateKey),
    ...piecesOfKey(individualKey.privateKey),
    ...secretsIn(requests),
  ]
  expectNoSecret(everythingSaid(run), secrets)
  return {run, secrets}
}

describe('No secret is told', () => {
  test.concurrent('by a run that succeeds, in any mode', async () => {
    const made = await scenario(await shots({'1.png': 1, '2.png': 2}))
    const {run, secrets} = await quiet(made)
    green(run)
    expect(made.simulator.requests.filter(({host}) => host === 'upload')).toHaveLength(2)
    expect(secrets.length).toBeGreaterThan(40)
    green((await quiet(made, {mode: 'plan'})).run)
    green((await quiet(made, {mode: 'validate'})).run)
  })

  const forms: Readonly<Record<string, (pem: string) => string>> = {
    'in base64': (pem) => Buffer.from(pem).toString('base64'),
    'in base64 of 76 columns': (pem) =>
      Buffer.from(pem).toString('base64').replaceAll(/.{76}/gu, '$&\n'),
    'on one line': (pem) => pem.replaceAll('\n', ' '),
    'without line ends': (pem) => pem.replaceAll('\n', ''),
    'with \\n written out': (pem) => pem.replaceAll('\n', String.raw`\n`),
    'with CRLF': (pem) => pem.replaceAll('\n', '\r\n'),
    'without its armour': (pem) => pem.replaceAll(/-----[^-]+-----|\s/gu, ''),
  }
  test.concurrent.each(sampled(Object.entries(forms)))(
    'of a key %s, taken or cut off',
    async (_, form) => {
      const made = await scenario(await shots({'1.png': 1}))
      const text = form(made.simulator.key.privateKey)
      green((await quiet(made, {mode: 'plan', 'api-private-key': text})).run)
      const cut = {mode: 'plan', 'api-private-key': text.slice(0, -60)}
      expect(red((await quiet(made, cut)).run).stdout).toMatch(/private key|refused the API key/)
    },
  )

  test.concurrent('of a key of another kind, and of a text that is none', async () => {
    const made = await scenario(await shots({'1.png': 1}))
    const {privateKey} = generateKeyPairSync('rsa', {modulusLength: 2048})
    const rsa = privateKey.export({type: 'pkcs8', format: 'pem'}).toString()
    const {run} = await quiet(made, {'api-private-key': rsa})
    expectNoSecret(everythingSaid(red(run)), piecesOfKey(rsa))
    const words = 'correct horse battery staple correct horse'
    const {run: other} = await quiet(made, {'api-private-key': words})
    expect(everythingSaid(red(other))).not.toContain('horse')
  })

  test.concurrent('of a key that App Store Connect refuses', async () => {
    const made = await scenario(await shots({'1.png': 1}))
    const {run} = await quiet(made, {'issuer-id': '00000000-0000-0000-0000-000000000000'})
    expect(red(run).stdout).toMatch(/refused the API key/)
  })

  const faults: Readonly<Record<string, FaultRule>> = {
    'the API refuses a write': {
      match: {path: 'reserve'},
      times: ALWAYS,
      effect: {kind: 'status', status: 403},
    },
    'the upload host refuses a part': {
      match: {path: 'part'},
      times: ALWAYS,
      effect: {kind: 'status', status: 400},
    },
    'the upload host no longer takes parts': {
      match: {path: 'part'},
      times: ALWAYS,
      effect: {kind: 'status', status: 403},
    },
    'the upload host fails once': {match: {path: 'part'}, effect: {kind: 'status', status: 500}},
    'a part is cut off once': {
      match: {path: 'part'},
      effect: {kind: 'reset', when: 'during'},
    },
    'the API is cut off once': {match: {path: 'reserve'}, effect: {kind: 'reset', when: 'after'}},
    'an answer of the API is cut in the middle': {match: {path: 'reserve'}, effect: {kind: 'cut'}},
    'a token is refused once': {match: {path: 'reserve'}, effect: {kind: 'status', status: 401}},
    'the API answers HTML': {
      match: {path: 'commit'},
      times: ALWAYS,
      effect: {kind: 'status', status: 409, body: 'html'},
    },
  }
  test.concurrent.each(sampled(Object.entries(faults)))('when %s', async (_, rule) => {
    const made = await scenario(await shots({'1.png': 1}))
    const struck = made.simulator.faults.add(rule)
    const {run} = await quiet(made)
    expect(struck()).toBeGreaterThan(0)
    expect(run.code).toBe(rule.times === ALWAYS ? 1 : 0)
  })

  test.concurrent('when Apple rejects a file, and when a file is removed meanwhile', async () => {
    const made = await scenario(await shots({'1.png': 1, '2.png': 2}))
    made.simulator.faults.addProcessing({
      fileName: '1.png',
      outcome: [{code: 'BAD', description: ''}],
    })
    made.simulator.onApplied(async ({routeClass}) => {
      if (routeClass === 'reserve')
        await rm(path.join(made.workspace, place('2.png')), {force: true})
    })
    expect(red((await quiet(made)).run).outputs).toMatchObject({failed: '2'})
  })

  test.concurrent('when nothing answers within the time', async () => {
    const made = await scenario(await shots({'1.png': 1}))
    const hang = {match: {host: 'api'}, times: ALWAYS, effect: {kind: 'hang'}} as const
    const struck = made.simulator.faults.add(hang)
    const {run} = await quiet(made, {mode: 'plan'}, hurried)
    expect(red(run).stdout).toMatch(/the request timed out/)
    expect(struck()).toBeGreaterThan(0)
  })

  test.concurrent('when nothing listens at the address', async () => {
    const made = await scenario(await shots({'1.png': 1}))
    const {run} = await quiet(made, {mode: 'plan', 'api-url': 'http://127.0.0.1:1'}, hurried)
    expect(red(run).stdout).toMatch(/the connection was refused/)
  })

  test.concurrent('when the run is cancelled in the middle of a part', async () => {
    const {simulator, workspace} = await scenario(await shots({'1.png': 1}))
    simulator.faults.add({match: {path: 'part'}, times: ALWAYS, effect: {kind: 'hang'}})
    const {child, ended} = await startBundle({
      workspace,
      inputs: inputsFor(simulator),
      env: DEBUG_LOGGING,
    })
    const timer = setInterval(() => {
      if (!simulator.requests.some(({host}) => host === 'upload')) return
      clearInterval(timer)
      child.kill('SIGTERM')
    }, 50)
    const run = red(await ended)
    expect(run.stdout).toMatch(/cancelled/)
    const secrets = secretsIn(simulator.requests)
    expect(secrets.length).toBeGreaterThan(5)
    expectNoSecret(everythingSaid(run), [...secrets, ...piecesOfKey(simulator.key.privateKey)])
  })

  test.concurrent('when a server tells in its errors all that it was sent', async () => {
    const made = await scenario(await shots({'1.png': 1}))
    const echo = await serve((incoming, response) => {
      const {authorization} = incoming.headers
      const address =
        'https://files.example/a%2Fb?uploadId=0123456789abcdef0123&Signature=c2VjcmV0c2VjcmV0&partNumber=1'
      const detail = `Got ${authorization} for ${address}, "${address}" and (${authorization})`
      response.writeHead(403, {'content-type': 'application/json'})
      response.end(JSON.stringify({errors: [{code: `Y ${authorization}`, title: 'x', detail}]}))
    })
    const {run} = await quiet(made, {'api-url': echo.url})
    expect(red(run).stdout).toMatch(/answered 403.*Got/)
    expect(run.summary).toContain('Got')
    const tokens = echo.seen.map(({headers}) => headers.authorization?.replace('Bearer ', '') ?? '')
    expect(tokens.length).toBeGreaterThan(0)
    const said = everythingSaid(run)
    expectNoSecret(said, [
      ...tokens.flatMap((token) => token.split('.')),
      'c2VjcmV0c2VjcmV0',
      '0123456789abcdef0123',
    ])
  })
})

describe('A redirect is not followed', () => {
  test.concurrent.each(sampled([301, 302, 303, 307, 308]))(
    'with the token, when the API answers %i',
    async (status) => {
      const elsewhere = await serve((_, response) => response.end('{"data":[]}'))
      const made = await scenario(await shots({'1.png': 1}))
      const effect = {kind: 'redirect', location: `${elsewhere.url}/v1/apps`, status} as const
      const struck = made.simulator.faults.add({match: {host: 'api'}, times: ALWAYS, effect})
      const {run} = await quiet(made)
      expect(red(run).stdout).toContain(`answered ${status}`)
      expect(struck()).toBe(1)
      expect(elsewhere.seen).toEqual([])
    },
  )

  test.concurrent.each([302, 307])(
    'with the file, when the upload host answers %i',
    async (status) => {
      const elsewhere = await serve((_, response) => response.end())
      const made = await scenario(await shots({'1.png': 1}))
      const effect = {kind: 'redirect', location: elsewhere.url, status} as const
      made.simulator.faults.add({match: {path: 'part'}, times: ALWAYS, effect})
      const {run} = await quiet(made)
      expect(red(run).stdout).toContain(`answered ${status}`)
      expect(elsewhere.seen).toEqual([])
      expect(made.names(WATCH)).toEqual([])
    },
  )
})

describe('The token goes to no other host', () => {
  test.concurrent.each([
    'http://localhost:PORT/v1/apps?x=1',
    '//localhost:PORT/v1/apps',
    'mailto:.localhost:PORT/x',
    'data:@localhost:PORT/x',
    'x:PORT/',
  ])('when the next page is said to be at %s', async (link) => {
    const elsewhere = await serve((_, response) => response.end('{"data":[]}'))
    const made = await scenario(await shots({'1.png': 1}))
    const next = link.replace('PORT', String(elsewhere.port))
    let told = 0
    const front = await startFront(made.simulator, {
      rewrite: (body) =>
        body.replace(/"links":\{"self":"[^"]*\/v1\/apps[^}]*\}/u, () => {
          told += 1
          return JSON.stringify({links: {self: '', next}}).slice(1, -1)
        }),
    })
    await quiet(made, {mode: 'plan', 'api-url': front.url})
    expect(told).toBeGreaterThan(0)
    expect(front.seen.length).toBeGreaterThan(1)
    expect(elsewhere.seen).toEqual([])
    // Where the link leads on the API itself is nothing that Apple's file knows.
    made.simulator.clearRequests()
  })
})

describe('Files go over no open network', () => {
  test.concurrent.each([
    'http://files.example',
    'http://127.0.0.1.files.example',
    'http://localhost@files.example',
    'ftp://127.0.0.1',
    'file:///tmp',
    'not an address',
  ])('when the parts are wanted at %s', async (address) => {
    const made = await scenario(await shots({'1.png': 1}))
    const front = await startFront(made.simulator, {
      rewrite: (body) => body.replaceAll(/"url":"http:\/\/localhost:\d+/gu, `"url":"${address}`),
    })
    const {run} = await quiet(made, {'api-url': front.url})
    expect(red(run).stdout).toMatch(/upload instructions point to an address that is not https/)
    expect(made.simulator.requests.filter(({host}) => host === 'upload')).toEqual([])
    expect(made.names(WATCH)).toEqual([])
  })
})
