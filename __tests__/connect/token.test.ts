import {generateKeyPairSync} from 'node:crypto'

import {describe, expect, it} from '@jest/globals'
import {decodeJwt, decodeProtectedHeader, jwtVerify} from 'jose'

import {parsePrivateKey, PrivateKeyError} from '../../src/connect/private-key.ts'
import {createTokens} from '../../src/connect/token.ts'

const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'})
const pem = privateKey.export({type: 'pkcs8', format: 'pem'}).toString()
const sec1 = privateKey.export({type: 'sec1', format: 'pem'}).toString()
const body = pem.replaceAll(/-----[^-]+-----/g, '').trim()

describe('a private key', () => {
  it.each([
    ['PEM', pem],
    ['PEM without the last line end', pem.trim()],
    ['PEM with spaces around', `  \n${pem}\n  `],
    ['PEM with line ends written out', pem.replaceAll('\n', String.raw`\n`)],
    ['PEM with CRLF', pem.replaceAll('\n', '\r\n')],
    ['PEM with CRLF written out', pem.replaceAll('\n', String.raw`\r\n`)],
    ['PEM on one line', pem.replaceAll('\n', ' ')],
    ['the body alone', body],
    ['the body alone on one line', body.replaceAll('\n', '')],
    ['base64 of the PEM', Buffer.from(pem).toString('base64')],
    [
      'base64 of the PEM in lines',
      Buffer.from(pem)
        .toString('base64')
        .replaceAll(/(.{76})/g, '$1\n'),
    ],
    ['the older EC form', sec1],
  ])('is read from %s', (_form, text) => {
    const jwk = parsePrivateKey(text).export({format: 'jwk'})
    expect(jwk).toEqual(privateKey.export({format: 'jwk'}))
  })

  it.each([
    ['nothing', ''],
    ['no key', 'not a key at all'],
    ['half of the key', pem.slice(0, pem.length / 2)],
    ['a public key', publicKey.export({type: 'spki', format: 'pem'}).toString()],
    [
      'an RSA key',
      generateKeyPairSync('rsa', {modulusLength: 2048})
        .privateKey.export({type: 'pkcs8', format: 'pem'})
        .toString(),
    ],
    [
      'a key on another curve',
      generateKeyPairSync('ec', {namedCurve: 'P-384'})
        .privateKey.export({type: 'pkcs8', format: 'pem'})
        .toString(),
    ],
  ])('is not read from %s, and the error quotes nothing of it', (_form, text) => {
    const read = () => parsePrivateKey(text)
    expect(read).toThrow(PrivateKeyError)
    for (const line of text.split('\n').filter((each) => each.length > 20)) {
      expect(read).not.toThrow(line)
    }
  })
})

describe('a token', () => {
  const key = {keyId: 'KEY', issuerId: 'ISSUER', privateKey: pem}
  let now = Date.now()
  const clock = () => now

  it('is signed for App Store Connect and lives for less than twenty minutes', async () => {
    const token = await createTokens(key, clock).current()
    const {payload} = await jwtVerify(token, publicKey, {audience: 'appstoreconnect-v1'})
    const seconds = Math.floor(now / 1000)
    expect(decodeProtectedHeader(token)).toEqual({alg: 'ES256', kid: 'KEY', typ: 'JWT'})
    expect(payload).toEqual({
      iss: 'ISSUER',
      aud: 'appstoreconnect-v1',
      iat: seconds - 60,
      exp: seconds - 60 + 19 * 60,
    })
  })

  it('of an individual key has a subject and no issuer', async () => {
    const token = await createTokens({...key, issuerId: null}, clock).current()
    expect(decodeJwt(token)).toMatchObject({sub: 'user'})
    expect(decodeJwt(token)).not.toHaveProperty('iss')
  })

  it('serves every request until shortly before its end', async () => {
    const tokens = createTokens(key, clock)
    const first = await tokens.current()
    now += 15 * 60_000
    expect(await tokens.current()).toBe(first)
    now += 2 * 60_000
    expect(await tokens.current()).not.toBe(first)
  })

  it('is renewed once for all requests that are refused together', async () => {
    const tokens = createTokens(key, clock)
    const refused = await tokens.current()
    const renewed = await Promise.all([tokens.renew(refused), tokens.renew(refused)])
    expect(renewed[0]).not.toBe(refused)
    expect(renewed[1]).toBe(renewed[0])
    expect(await tokens.current()).toBe(renewed[0])
  })
})
